package io.milepost.odoo.updates;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.CommandItem;
import io.milepost.events.CommandKind;
import io.milepost.events.CommandPart;
import io.milepost.events.CommandPrice;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergingTest {

    private static List<Long> sequences(SequencedCommand... commands) {
        return Merging.of(List.of(commands), -1).stream()
                .map(entry -> entry.last().sequence())
                .toList();
    }

    private static SequencedCommand of(long sequence, CommandKind kind, String value) {
        return Commands.at(
                sequence,
                Commands.command(kind, kind + " " + sequence).setValue(value).setNote("note"));
    }

    private static SequencedCommand price(long sequence, String from) {
        CommandItem item = CommandItem.newBuilder().setItemKey("acme/1/7/A").setVendor("7").build();
        return Commands.at(
                sequence,
                Commands.command(CommandKind.SET_SUPPLIER_PRICE, "price " + sequence)
                        .setItem(item)
                        .setPrice(
                                CommandPrice.newBuilder()
                                        .setMinQuantity(new BigDecimal(from).setScale(6))
                                        .build()));
    }

    private static SequencedCommand split(long sequence) {
        CommandPart part =
                CommandPart.newBuilder()
                        .setQuantity(new BigDecimal("50.000000"))
                        .setUnit("C62")
                        .setPlannedAt(Instant.EPOCH)
                        .build();
        return Commands.at(
                sequence,
                Commands.command(CommandKind.SPLIT_LINE, "split " + sequence)
                        .setParts(List.of(part, part)));
    }

    @Test
    void onlyTheLastValueOfAFieldIsSent() {
        assertThat(
                        sequences(
                                of(1, CommandKind.SET_LINE_DATE, "D1"),
                                of(2, CommandKind.SET_LINE_QUANTITY, "5"),
                                of(3, CommandKind.ACKNOWLEDGE_ORDER, null),
                                of(4, CommandKind.SET_VENDOR_REFERENCE, "A"),
                                of(5, CommandKind.SET_RECEIPT_TRACKING, "T"),
                                of(6, CommandKind.SET_RECEIPT_DATE, "D"),
                                of(11, CommandKind.SET_LINE_DATE, "D2"),
                                of(12, CommandKind.SET_LINE_QUANTITY, "6"),
                                of(13, CommandKind.ACKNOWLEDGE_ORDER, null),
                                of(14, CommandKind.SET_VENDOR_REFERENCE, "B"),
                                of(15, CommandKind.SET_RECEIPT_TRACKING, "U"),
                                of(16, CommandKind.SET_RECEIPT_DATE, "E")))
                .containsExactly(11L, 12L, 13L, 14L, 15L, 16L);
    }

    @Test
    void whatIsNotIdempotentIsNeverMerged() {
        for (CommandKind kind :
                List.of(
                        CommandKind.POST_NOTE,
                        CommandKind.POST_MESSAGE,
                        CommandKind.REVIEW_ACTIVITY,
                        CommandKind.ASSIGN_ACTIVITY,
                        CommandKind.REVIEW_SALE_PROMISE)) {
            assertThat(sequences(of(1, kind, "v"), of(2, kind, "v"))).as("%s", kind).hasSize(2);
        }
    }

    @Test
    void pricesOfOtherQuantitiesStayApart() {
        assertThat(sequences(price(1, "0"), price(2, "10"), price(3, "10")))
                .containsExactly(1L, 3L);
    }

    @Test
    void nothingIsMergedAcrossASplitOfItsLine() {
        assertThat(
                        sequences(
                                of(1, CommandKind.SET_LINE_DATE, "D1"),
                                of(2, CommandKind.SET_VENDOR_REFERENCE, "A"),
                                split(3),
                                of(4, CommandKind.SET_LINE_DATE, "D2"),
                                of(5, CommandKind.SET_VENDOR_REFERENCE, "B")))
                .containsExactly(1L, 3L, 4L, 5L);
    }

    @Test
    void aDateThatWentWithAnEarlierQuantityIsKept() {
        BatchEntry merged =
                Merging.of(
                                List.of(
                                        Commands.at(
                                                1,
                                                Commands.command(CommandKind.SET_LINE_QUANTITY, "a")
                                                        .setValue("5")
                                                        .setExpect("9")
                                                        .setPlannedAt(Instant.EPOCH)),
                                        of(2, CommandKind.SET_LINE_QUANTITY, "6")),
                                -1)
                        .get(0);

        assertThat(merged.sent().path("date").asText()).isEqualTo("1970-01-01 00:00:00");
        assertThat(merged.sent().path("value").asText()).isEqualTo("6");
        assertThat(merged.sent().path("expect").asText()).isEqualTo("9");
        assertThat(merged.sent().path("also").toString())
                .isEqualTo("[{\"seq\":\"1\",\"id\":\"a\"}]");
    }

    @Test
    void aDateThatWasSetMeanwhileIsNotUndoneByAQuantityWithoutOne() {
        List<BatchEntry> entries =
                Merging.of(
                        List.of(
                                Commands.at(
                                        1,
                                        Commands.command(CommandKind.SET_LINE_QUANTITY, "a")
                                                .setValue("5")
                                                .setPlannedAt(Instant.EPOCH)),
                                Commands.date(2, 9, "D2", null),
                                of(3, CommandKind.SET_LINE_QUANTITY, "6")),
                        -1);

        assertThat(entries.get(entries.size() - 1).sent().has("date")).isFalse();
        assertThat(entries)
                .extracting(entry -> entry.last().sequence())
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void aFirstCommandThatComparesNothingMakesTheWholeCompareNothing() {
        BatchEntry merged =
                Merging.of(
                                List.of(
                                        Commands.date(1, 9, "D1", null),
                                        Commands.date(2, 9, "D2", "D1")),
                                -1)
                        .get(0);

        assertThat(merged.sent().has("expect")).isFalse();
    }
}
