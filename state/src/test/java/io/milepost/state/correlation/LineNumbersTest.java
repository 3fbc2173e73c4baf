package io.milepost.state.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.Document;
import io.milepost.events.DocumentPurpose;
import io.milepost.events.Envelope;
import io.milepost.events.LineReference;
import io.milepost.events.SupplierEvent;
import io.milepost.events.TechnicalAcknowledgement;
import io.milepost.events.TechnicalOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

/** Numbers of lines, by whoever tells them. */
class LineNumbersTest {

    private static final LineReference SECOND = new LineReference(4202L, 42L, 2, null, null, null);

    @Example
    void theNumberThatWasKnownFirstStaysWithItsLineAndTheLineWithIt() {
        LineNumbers numbers = numbers(told(1, 1, 10), told(2, 2, 10), told(1, 2, 20));

        assertThat(numbers.byLine().values())
                .as("another number of a line, and another line of a number")
                .containsExactlyInAnyOrder(told(1, 1, 10), told(2, 2, 10));
        assertThat(numbers.with(told(3, 1, 20)).byLine()).isEqualTo(numbers.byLine());
        assertThat(numbers.with(told(3, 1, 5)).byLine().values())
                .as("the order of arrival is not that of knowledge; the line then has its next")
                .containsExactlyInAnyOrder(told(3, 1, 5), told(2, 2, 10));
    }

    @Example
    void whatIsToldAgainIsKnownSinceTheFirstTime() {
        assertThat(numbers(told(1, 1, 10), told(1, 1, 20))).isEqualTo(numbers(told(1, 1, 10)));
        assertThat(numbers(told(1, 1, 10), told(1, 1, 5))).isEqualTo(numbers(told(1, 1, 5)));
    }

    @Example
    void twoLinesThatWereToldAtOnceUnderOneNumberBothHaveIt() {
        assertThat(numbers(told(1, 1, 10), told(2, 1, 10)).byLine()).hasSize(2);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("which line has which number does not depend on what was told first, or twice")
    void commutes(@ForAll Random random) {
        List<LineNumber> all = new ArrayList<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            all.add(told(random.nextInt(3), 1 + random.nextInt(3), random.nextInt(4)));
        }
        List<LineNumber> others = new ArrayList<>(all);
        others.addAll(all.subList(0, random.nextInt(all.size())));
        Collections.shuffle(others, random);

        assertThat(numbers(others.toArray(LineNumber[]::new)))
                .isEqualTo(numbers(all.toArray(LineNumber[]::new)));
    }

    @Example
    void theSentDocumentTellsTheNumbersOfItsLines() {
        assertThat(LineNumber.sent(sent(LineNumber.TELLER, TechnicalOutcome.SENT, SECOND)))
                .isEqualTo(told(4202, 2, 7));
    }

    @Example
    void nobodyElseTellsNumbers() {
        LineReference unnumbered = new LineReference(4202L, 42L, null, null, null, null);
        LineReference byNumber = new LineReference(null, null, 2, null, null, null);

        assertThat(LineNumber.sent(sent("edi-x12", TechnicalOutcome.SENT, SECOND)))
                .as("a partner with lines of its own")
                .isNull();
        assertThat(LineNumber.sent(sent(LineNumber.TELLER, TechnicalOutcome.ACCEPTED, SECOND)))
                .isNull();
        assertThat(LineNumber.sent(sent(LineNumber.TELLER, TechnicalOutcome.SENT, unnumbered)))
                .isNull();
        assertThat(LineNumber.sent(sent(LineNumber.TELLER, TechnicalOutcome.SENT, byNumber)))
                .isNull();
        assertThat(LineNumber.sent(sent(LineNumber.TELLER, TechnicalOutcome.SENT, null))).isNull();
    }

    private static LineNumber told(long lineId, int number, long knownAt) {
        return new LineNumber(lineId, number, knownAt);
    }

    private static LineNumbers numbers(LineNumber... told) {
        LineNumbers numbers = LineNumbers.NONE;
        for (LineNumber one : told) {
            numbers = numbers.with(one);
        }
        return numbers;
    }

    private static SupplierEvent sent(String source, TechnicalOutcome outcome, LineReference line) {
        Instant at = Instant.EPOCH.plusNanos(7_000);
        return new SupplierEvent(
                new Envelope("e", source, "main", "1", "acme", at, at, at, List.of(), null),
                new Document("D1", DocumentPurpose.ORIGINAL, at, "1"),
                "P00042",
                line,
                new TechnicalAcknowledgement("1", outcome));
    }
}
