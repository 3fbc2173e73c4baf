package io.milepost.cli.replay;

import io.milepost.cli.InputException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * The kind of table that a log is: comma-separated values under a line of names.
 *
 * @param name of the log, in messages
 * @param columns that it must have
 */
record LogTable(String name, List<String> columns) {

    /** Reads all rows of a table. */
    @FunctionalInterface
    interface Rows<T> {
        /** Reads them. */
        T read(CSVParser parser);
    }

    /** Reads a log. */
    @FunctionalInterface
    interface Log<T> {
        /**
         * Reads it.
         *
         * @throws IOException if it cannot be read
         */
        T read(Path file) throws IOException;
    }

    /**
     * Reads a file, plain or compressed with gzip.
     *
     * @throws LogFormatException when a column is missing or the file is no CSV
     * @throws IOException when the file cannot be read
     */
    <T> T read(Path file, Rows<T> rows) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (Reader text = LogText.open(file);
                CSVParser parser = CSVParser.builder().setReader(text).setFormat(format).get()) {
            requireColumns(file, parser.getHeaderNames());
            return rows.read(parser);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            LogFormatException noTable =
                    new LogFormatException(
                            file + ": expected comma-separated values: " + e.getMessage());
            noTable.initCause(e);
            throw noTable;
        }
    }

    private void requireColumns(Path file, List<String> found) throws LogFormatException {
        List<String> missing = columns.stream().filter(it -> !found.contains(it)).toList();
        if (!missing.isEmpty()) {
            throw new LogFormatException(
                    "%s line 1: expected the columns of %s, missing %s; found %s"
                            .formatted(file, name, missing, found));
        }
    }

    /**
     * Reads a log that a person has named.
     *
     * @throws InputException if it cannot be read
     */
    static <T> T named(Path file, Log<T> log) throws InputException {
        try {
            return log.read(file);
        } catch (NoSuchFileException e) {
            throw new InputException(file + ": expected a file but found nothing", e);
        } catch (IOException e) {
            throw new InputException(e.getMessage(), e);
        }
    }
}
