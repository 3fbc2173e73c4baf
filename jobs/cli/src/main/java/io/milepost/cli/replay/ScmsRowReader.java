package io.milepost.cli.replay;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.apache.commons.csv.CSVRecord;

/** Reads one row, and says of the first cell that it cannot read what it expected there. */
final class ScmsRowReader {

    private final String file;
    private final long line;
    private final CSVRecord row;

    ScmsRowReader(String file, long line, CSVRecord row) {
        this.file = file;
        this.line = line;
        this.row = row;
    }

    ScmsRow read() throws UnreadableCell {
        return new ScmsRow(
                line,
                id(),
                text(ScmsColumns.ORDER),
                text(ScmsColumns.SHIP_NOTICE),
                text(ScmsColumns.COUNTRY),
                text(ScmsColumns.INCOTERM),
                dayIfCaptured(ScmsColumns.PQ_SENT),
                dayIfCaptured(ScmsColumns.PO_SENT),
                day(ScmsColumns.SCHEDULED),
                day(ScmsColumns.DELIVERED),
                day(ScmsColumns.RECORDED),
                text(ScmsColumns.CATEGORY),
                text(ScmsColumns.VENDOR),
                text(ScmsColumns.DESCRIPTION),
                number(ScmsColumns.QUANTITY, true),
                number(ScmsColumns.PACK_PRICE, false));
    }

    private long id() throws UnreadableCell {
        String text = cell(ScmsColumns.ID);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw unreadable(ScmsColumns.ID, "a whole number", text);
        }
    }

    private String text(String column) throws UnreadableCell {
        String text = cell(column);
        if (text.isEmpty()) {
            throw unreadable(column, "a text", text);
        }
        return text;
    }

    private LocalDate day(String column) throws UnreadableCell {
        String text = cell(column);
        return ScmsDates.parse(text)
                .orElseThrow(() -> unreadable(column, ScmsDates.EXPECTED, text));
    }

    private LocalDate dayIfCaptured(String column) throws UnreadableCell {
        return ScmsDates.saysNotKnown(cell(column)) ? null : day(column);
    }

    private BigDecimal number(String column, boolean positive) throws UnreadableCell {
        String text = cell(column);
        String expected = positive ? "a number > 0" : "a number >= 0";
        try {
            BigDecimal number = new BigDecimal(text);
            if (number.signum() < (positive ? 1 : 0)) {
                throw unreadable(column, expected, text);
            }
            return number;
        } catch (NumberFormatException e) {
            throw unreadable(column, expected, text);
        }
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
