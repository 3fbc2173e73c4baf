package io.milepost.cli.replay;

import io.milepost.local.feed.Micros;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads the rows of one file. Texts and items that repeat are kept once: a log has few of them and
 * very many rows.
 */
final class BpiRowReader {

    /** The most that a price of the contract can hold: 12 digits before the point. */
    private static final BigDecimal MOST = new BigDecimal("1E12");

    private final String file;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<BpiItem, BpiItem> items = new HashMap<>();
    private final Map<String, BigDecimal> worths = new HashMap<>();
    private CSVRecord row;
    private long line;

    BpiRowReader(String file) {
        this.file = file;
    }

    /** Reads a row, which ends on a line of the file. */
    BpiRow read(CSVRecord record, long endsOn) throws UnreadableCell {
        row = record;
        line = endsOn;
        BpiItem item =
                new BpiItem(
                        required(BpiColumns.CASE),
                        required(BpiColumns.ORDER),
                        required(BpiColumns.ITEM),
                        required(BpiColumns.COMPANY),
                        required(BpiColumns.VENDOR),
                        text(BpiColumns.VENDOR_NAME),
                        text(BpiColumns.SPEND_AREA),
                        text(BpiColumns.ITEM_CATEGORY),
                        text(BpiColumns.ITEM_TYPE));
        return new BpiRow(
                line,
                items.computeIfAbsent(item, it -> it),
                seq(),
                required(BpiColumns.ACTIVITY),
                time(),
                worth());
    }

    private long seq() throws UnreadableCell {
        String text = text(BpiColumns.SEQ);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw unreadable(BpiColumns.SEQ, "a whole number", text);
        }
    }

    private long time() throws UnreadableCell {
        String text = cell(BpiColumns.TIMESTAMP);
        try {
            return Micros.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException | ArithmeticException e) {
            throw unreadable(
                    BpiColumns.TIMESTAMP, "a time like 2018-01-03T09:49:00.000+01:00", text);
        }
    }

    private BigDecimal worth() throws UnreadableCell {
        String text = cell(BpiColumns.WORTH);
        String expected = "a number below 1,000,000,000,000, or nothing";
        if (text.isEmpty()) {
            return BpiPen.ZERO;
        }
        BigDecimal known = worths.get(text);
        if (known != null) {
            return known;
        }
        try {
            BigDecimal worth = BpiPen.decimal(new BigDecimal(text));
            if (worth.abs().compareTo(MOST) >= 0) {
                throw unreadable(BpiColumns.WORTH, expected, text);
            }
            worths.put(text, worth);
            return worth;
        } catch (NumberFormatException e) {
            throw unreadable(BpiColumns.WORTH, expected, text);
        }
    }

    private String required(String column) throws UnreadableCell {
        String text = text(column);
        if (text.isEmpty()) {
            throw unreadable(column, "a text", text);
        }
        return text;
    }

    private String text(String column) throws UnreadableCell {
        return texts.computeIfAbsent(cell(column), it -> it);
    }

    private String cell(String column) throws UnreadableCell {
        if (!row.isSet(column)) {
            throw unreadable(column, "a cell", "a row of " + row.size() + " cells");
        }
        return row.get(column).strip();
    }

    private UnreadableCell unreadable(String column, String expected, String found) {
        return new UnreadableCell(new LogProblem(file, line, column, expected, found));
    }
}
