package io.milepost.pipelines.milestones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.pipelines.settings.SettingsException;
import io.milepost.state.Times;
import io.milepost.state.sla.GoLive;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GoLiveSettingTest {

    @Test
    void everyCompanyAlwaysWasLiveUnlessToldOtherwise() {
        assertThat(parse().goLive()).isEqualTo(GoLive.ALWAYS);
    }

    @Test
    void companiesGoLiveOneByOne() {
        GoLive live = parse("--go-live=1=2026-01-01T00:00:00Z,*=2027-01-01T00:00:00Z").goLive();
        long spring = Times.micros(Instant.parse("2026-04-01T00:00:00Z"));

        assertThat(live.counts("1", spring)).isTrue();
        assertThat(live.counts("2", spring)).isFalse();
    }

    @Test
    void whatIsNoTimeIsRefused() {
        assertThatThrownBy(() -> parse("--go-live=1=soon"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(
                        "go-live: expected company=time pairs separated by commas, * for the other"
                                + " companies but found");
    }

    private static MilestonesSettings parse(String... further) {
        String[] arguments = new String[further.length + 2];
        arguments[0] = "--bootstrap-servers=localhost:9092";
        arguments[1] = "--registry-url=http://localhost:8085";
        System.arraycopy(further, 0, arguments, 2, further.length);
        return MilestonesSettings.parse(arguments);
    }
}
