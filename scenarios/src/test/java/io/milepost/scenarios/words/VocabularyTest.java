package io.milepost.scenarios.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    private final List<Words> heard = new ArrayList<>();
    private final Vocabulary vocabulary =
            new Vocabulary()
                    .add("<quantity> are received<line>", heard::add)
                    .add("<quantity> are (?:sent|received) twice", heard::add)
                    .add("<name> are received", heard::add);

    @Test
    void gapsAreRead() {
        say("on 2 March 17:30 20 dozen are received of line 3");

        assertThat(heard.get(0).quantity(1).amount()).isEqualByComparingTo("20");
        assertThat(heard.get(0).quantity(1).unit()).isEqualTo("DZN");
        assertThat(heard.get(0).line(2)).isEqualTo(3);
        assertThat(heard.get(0).timing().occurred()).isEqualTo("2026-03-02T17:30:00Z");
    }

    @Test
    void whatIsWrittenDownLateIsKnownLate() {
        say("on 2 March, written down on 3 March 09:00, 2 pieces are received");

        Timing timing = heard.get(0).timing();
        Instant written = Instant.parse("2026-03-03T09:00:00Z");
        assertThat(timing.occurred()).isEqualTo("2026-03-02T12:00:00Z");
        assertThat(List.of(timing.recorded(), timing.known(), timing.arrives()))
                .containsOnly(written);
    }

    @Test
    void whatIsCarriedLateWasKnownBefore() {
        say("on 2 March, carried to us only on 4 March, 2 pieces are received");

        assertThat(heard.get(0).timing().known()).isEqualTo("2026-03-02T12:00:00Z");
        assertThat(heard.get(0).timing().arrives()).isEqualTo("2026-03-04T12:00:00Z");
    }

    @Test
    void aClockThatIsAheadIsKnownByOurs() {
        say("on 2 March 12:00 by a clock that is 5 minutes ahead, 2 pieces are received");

        assertThat(heard.get(0).timing().occurred()).isEqualTo("2026-03-02T12:05:00Z");
        assertThat(heard.get(0).timing().known()).isEqualTo("2026-03-02T12:00:00Z");
    }

    @Test
    void placesHaveTheirOwnTime() {
        assertThat(Moments.parse("29 March 03:30 in Berlin")).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(Moments.parse("28 March 2025 in Berlin")).isEqualTo("2025-03-28T11:00:00Z");
        assertThatThrownBy(() -> Moments.parse("28 March in Atlantis"))
                .hasMessageContaining("but found Atlantis");
    }

    @Test
    void whatNobodyUnderstandsIsRefused() {
        assertThatThrownBy(() -> say("on 2 March 10 are lost"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a sentence of the vocabulary but none is this");
    }

    @Test
    void whatMayBeMeantInTwoWaysIsRefused() {
        assertThatThrownBy(() -> say("10 are received"))
                .hasMessage("expected a sentence of the vocabulary but several are this");
    }

    @Test
    void aTimeIsAskedFor() {
        say("10 are sent twice");

        assertThatThrownBy(() -> heard.get(0).timing())
                .hasMessage("expected \"on\" and a time in front");
    }

    private void say(String sentence) {
        vocabulary.say(sentence, null, null);
    }
}
