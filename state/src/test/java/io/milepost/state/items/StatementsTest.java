package io.milepost.state.items;

import static io.milepost.state.items.ItemSaid.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.QualityStatus;
import io.milepost.state.line.MergeOutcome;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StatementsTest {

    static Stream<Arguments> contradictions() {
        return Stream.of(
                Arguments.of(ItemSaid.stock(5), ItemSaid.stock(6)),
                Arguments.of(ItemSaid.price("5"), ItemSaid.price("6")),
                Arguments.of(ItemSaid.leadTime(5), ItemSaid.leadTime(6)),
                Arguments.of(
                        ItemSaid.quality(QualityStatus.APPROVED),
                        ItemSaid.quality(QualityStatus.BLOCKED)));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void ofTwoContentsTheSameIsKeptWhicheverCameFirst(ItemSaid one, ItemSaid other) {
        ItemFacts.Merged first = merged(one, other);
        ItemFacts.Merged second = merged(other, one);

        assertThat(first.outcome()).isEqualTo(MergeOutcome.CONFLICT);
        assertThat(second.facts()).isEqualTo(first.facts());
        assertThat(first.facts().isContradicted(one.fact())).isTrue();
    }

    @Test
    void aRepeatIsKnownFromTheEarliestOfItsTimesOn() {
        ItemFacts.Merged earlier =
                merged(ItemSaid.stock(5).in("D1", 1).known(3), ItemSaid.stock(5).in("D1", 1));
        ItemFacts.Merged later =
                merged(ItemSaid.stock(5).in("D1", 1), ItemSaid.stock(5).in("D1", 1).known(3));

        assertThat(earlier.outcome()).isEqualTo(MergeOutcome.DUPLICATE_KNOWN_EARLIER);
        assertThat(later.outcome()).isEqualTo(MergeOutcome.DUPLICATE);
        assertThat(earlier.facts()).isEqualTo(later.facts());
        assertThat(earlier.facts().inventory().newest().header().knownAt()).isEqualTo(day(1));
    }

    @Test
    void aFifthDocumentPushesTheOldestOut() {
        ItemFacts facts = ItemFacts.NONE;
        for (int document = 5; document >= 1; document--) {
            facts =
                    facts.merge(ItemSaid.stock(document).in("D" + document, document).fact())
                            .facts();
        }

        assertThat(facts.inventory().newestFirst())
                .extracting(statement -> statement.fact().header().document())
                .containsExactly("D5", "D4", "D3", "D2");
    }

    private static ItemFacts.Merged merged(ItemSaid first, ItemSaid second) {
        return ItemFacts.NONE.merge(first.fact()).facts().merge(second.fact());
    }
}
