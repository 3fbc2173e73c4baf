package io.milepost.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.local.feed.Speed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DemoPropertiesTest {

    private static final String EXIT = "demo.exit";
    private static final String SPEED = "demo.speed";

    @AfterEach
    void forget() {
        System.clearProperty(EXIT);
        System.clearProperty(SPEED);
    }

    @Test
    void propertiesAreNamedLikeTheirOptions() {
        assertThat(DemoProperties.property("--ui-port")).isEqualTo("demo.uiPort");
        assertThat(DemoProperties.property("--lines")).isEqualTo("demo.lines");
        assertThat(DemoProperties.property("--odoo-url")).isEqualTo("odoo.url");
        assertThat(DemoProperties.property("--odoo-key-file")).isEqualTo("odoo.key-file");
    }

    @Test
    void aDemoThatEndsRunsAtFullSpeedUnlessToldOtherwise() {
        assertThat(parse().speed()).isEqualTo(new Speed(72_000));
        assertThat(parse("--exit").speed()).isEqualTo(Speed.MAX);
        assertThat(parse("--exit", "--speed=10").speed()).isEqualTo(new Speed(10));
    }

    @Test
    void aPropertyStandsInForAnOptionThatIsNotGiven() {
        System.setProperty(EXIT, "true");
        System.setProperty(SPEED, "60");

        assertThat(parse().speed()).isEqualTo(new Speed(60));
        assertThat(parse("--speed=90").speed()).isEqualTo(new Speed(90));
    }

    @Test
    void anEmptyPropertyIsNone() {
        System.setProperty(EXIT, "true");
        System.setProperty(SPEED, "");

        assertThat(parse().speed()).isEqualTo(Speed.MAX);
    }

    private static DemoCommand parse(String... arguments) {
        DemoCommand command = new DemoCommand();
        new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
        return command;
    }
}
