package io.milepost.cli.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A log in the form of the BPI Challenge 2019, as it lies in its file. */
public final class BpiLog {

    private static final LogTable TABLE =
            new LogTable("the BPI Challenge 2019 log", BpiColumns.ALL);

    private final List<BpiRow> rows;
    private final List<LogProblem> problems;

    private BpiLog(List<BpiRow> rows, List<LogProblem> problems) {
        this.rows = List.copyOf(rows);
        this.problems = List.copyOf(problems);
    }

    /**
     * Reads a whole log, plain or compressed with gzip. Rows that say the same are all kept; a log
     * has many of them.
     *
     * @throws LogFormatException when a column is missing or the file is no CSV
     * @throws IOException when the file cannot be read
     */
    public static BpiLog read(Path file) throws IOException {
        return TABLE.read(file, parser -> read(file, parser));
    }

    private static BpiLog read(Path file, CSVParser parser) {
        BpiRowReader reader = new BpiRowReader(file.toString());
        List<BpiRow> rows = new ArrayList<>();
        List<LogProblem> problems = new ArrayList<>();
        Set<Place> places = new HashSet<>();
        for (CSVRecord record : parser) {
            try {
                BpiRow row = reader.read(record, parser.getCurrentLineNumber());
                if (places.add(new Place(row.item(), row.seq()))) {
                    rows.add(row);
                } else {
                    problems.add(repeated(file, row));
                }
            } catch (UnreadableCell e) {
                problems.add(e.problem());
            }
        }
        return new BpiLog(rows, problems);
    }

    private static LogProblem repeated(Path file, BpiRow row) {
        return new LogProblem(
                file.toString(),
                row.line(),
                BpiColumns.SEQ,
                "a number that no other row of case " + row.item().caseId() + " has",
                Long.toString(row.seq()));
    }

    /** The rows that could be read, in the file's order. */
    List<BpiRow> rows() {
        return rows;
    }

    /** The rows that could not, each with its place and reason; none is dropped silently. */
    public List<LogProblem> problems() {
        return problems;
    }

    /** How many rows could be read. */
    public int size() {
        return rows.size();
    }

    /**
     * What makes a row one of a kind: two rows of one place could not be told from a repetition.
     */
    private record Place(BpiItem item, long seq) {}
}
