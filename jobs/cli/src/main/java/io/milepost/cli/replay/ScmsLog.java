package io.milepost.cli.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The SCMS delivery history as it lies in its file.
 *
 * @param rows the rows that could be read, in the file's order
 * @param problems the rows that could not, each with its place and reason; none is dropped silently
 */
public record ScmsLog(List<ScmsRow> rows, List<LogProblem> problems) {

    private static final LogTable TABLE =
            new LogTable("the SCMS delivery history", ScmsColumns.ALL);

    /** Copies the lists. */
    public ScmsLog {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /**
     * Reads a whole log. Its text is UTF-8; older copies, which are not valid UTF-8, are Latin-1.
     *
     * @throws LogFormatException when a column is missing or the file is no CSV
     * @throws IOException when the file cannot be read
     */
    public static ScmsLog read(Path file) throws IOException {
        return TABLE.read(file, parser -> read(file, parser));
    }

    private static ScmsLog read(Path file, CSVParser parser) {
        List<ScmsRow> rows = new ArrayList<>();
        List<LogProblem> problems = new ArrayList<>();
        Map<Long, Long> lineOfId = new HashMap<>();
        for (CSVRecord record : parser) {
            long line = parser.getCurrentLineNumber();
            try {
                ScmsRow row = new ScmsRowReader(file.toString(), line, record).read();
                Long before = lineOfId.putIfAbsent(row.id(), line);
                if (before == null) {
                    rows.add(row);
                } else {
                    problems.add(repeated(file, row, before));
                }
            } catch (UnreadableCell e) {
                problems.add(e.problem());
            }
        }
        return new ScmsLog(rows, problems);
    }

    private static LogProblem repeated(Path file, ScmsRow row, long before) {
        return new LogProblem(
                file.toString(),
                row.line(),
                ScmsColumns.ID,
                "an id that no other row has (line " + before + " has it)",
                Long.toString(row.id()));
    }
}
