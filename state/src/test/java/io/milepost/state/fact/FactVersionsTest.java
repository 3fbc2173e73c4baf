package io.milepost.state.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.state.Said;
import org.junit.jupiter.api.Test;

/** Which of two facts counts. */
class FactVersionsTest {

    @Test
    void aLaterVersionOfTheSameThingSupersedes() {
        Fact first = Said.receipt(1, 10).version(1).fact();
        Fact second = Said.receipt(1, 8).version(2).fact();

        assertThat(second.supersedes(first)).isTrue();
        assertThat(first.supersedes(second)).isFalse();
        assertThat(first.supersedes(first)).as("a version supersedes itself").isFalse();
        assertThat(second.supersedes(Said.receipt(2, 10).fact())).as("another move").isFalse();
    }

    @Test
    void ofARepeatTheEarlierKnownHeaderIsKept() {
        Fact early = Said.receipt(1, 10).happened("2026-02-01").known("2026-02-02").fact();
        Fact late = Said.receipt(1, 10).happened("2026-02-01").known("2026-02-05").fact();

        assertThat(late.knownFromEarlierOf(early)).isEqualTo(early);
        assertThat(early.knownFromEarlierOf(late)).isSameAs(early);
    }

    @Test
    void ofTwoHeadersKnownAtOnceTheFirstByEventAndTraceIsKept() {
        Fact traced = traced("b", "trace");
        Fact untraced = traced("b", null);
        Fact otherEvent = traced("a", "trace");

        assertThat(traced.knownFromEarlierOf(untraced).header().traceparent()).isNull();
        assertThat(untraced.knownFromEarlierOf(traced).header().traceparent()).isNull();
        assertThat(traced.knownFromEarlierOf(otherEvent).header().eventId()).isEqualTo("a");
        assertThat(traced("b", "one").knownFromEarlierOf(traced("b", "two")))
                .isEqualTo(traced("b", "one"));
        assertThat(traced("b", "two").knownFromEarlierOf(traced("b", "one")))
                .isEqualTo(traced("b", "one"));
    }

    private static Fact traced(String eventId, String traceparent) {
        Fact fact = Said.receipt(1, 10).fact();
        FactHeader header = fact.header();
        return fact.withHeader(
                new FactHeader(
                        header.identity(),
                        header.version(),
                        eventId,
                        header.occurredAt(),
                        header.recordedAt(),
                        header.knownAt(),
                        traceparent));
    }
}
