package io.milepost.state.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.state.Said;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.fact.Fact;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import org.junit.jupiter.api.Test;

/** The entries of a line's archive come back as they were stored. */
class StandingTest {

    private static final Fact FIRST = Said.receipt(1, 10).known("2026-02-10").fact();
    private static final Fact SECOND = Said.receipt(1, 10).version(2).known("2026-02-15").fact();

    @Test
    void aVersionThatCountsSinceItself() {
        assertComesBack(new Standing(SECOND, SECOND.header(), true, 0));
        assertComesBack(new Standing(SECOND, SECOND.header(), false, 3));
    }

    @Test
    void aVersionThatCountsSinceAnEarlierOne() {
        assertComesBack(new Standing(SECOND, FIRST.header(), true, 0));
    }

    @Test
    void aVersionThatIsNotTheCurrentOne() {
        Standing superseded = Standing.superseded(FIRST);

        assertComesBack(superseded);
        assertThat(superseded.isSuperseded()).isTrue();
        assertThat(new Standing(SECOND, FIRST.header(), true, 0).isSuperseded()).isFalse();
    }

    private static void assertComesBack(Standing standing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        standing.write(new StateOutput(new DataOutputStream(bytes)));
        StateInput in = new StateInput(bytes.toByteArray());

        assertThat(Standing.read(in)).isEqualTo(standing);
    }
}
