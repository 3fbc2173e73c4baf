package io.milepost.partners.edi;

import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.message.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What became of messages when they were read: by file, and from that by type. */
final class ReadOutcomes {

    private static final String HEAD = "format\ttype\tfile\ttransactions\tread\tclean\tproblems";

    private ReadOutcomes() {}

    /**
     * The messages of one type in one file.
     *
     * @param read those that are usable
     * @param clean those with which nothing is wrong, nor with their envelope
     * @param problems how often which kind of problem came
     */
    record Row(
            String format,
            String type,
            String file,
            int transactions,
            int read,
            int clean,
            Map<String, Integer> problems) {

        String line() {
            return String.join(
                    "\t",
                    format,
                    type,
                    file,
                    Integer.toString(transactions),
                    Integer.toString(read),
                    Integer.toString(clean),
                    words(problems));
        }

        static Row parse(String line) {
            String[] c = line.split("\t", -1);
            Map<String, Integer> problems = new TreeMap<>();
            Arrays.stream(c[6].split(", "))
                    .filter(p -> !p.isEmpty())
                    .forEach(p -> problems.put(p.split(" ")[1], Integer.parseInt(p.split(" ")[0])));
            return new Row(
                    c[0],
                    c[1],
                    c[2],
                    Integer.parseInt(c[3]),
                    Integer.parseInt(c[4]),
                    Integer.parseInt(c[5]),
                    problems);
        }
    }

    private static String words(Map<String, Integer> problems) {
        return problems.entrySet().stream()
                .map(p -> p.getValue() + " " + p.getKey())
                .collect(Collectors.joining(", "));
    }

    /** Reads everything in a file. */
    static List<Row> of(String format, String file, byte[] bytes) {
        Cut cut = Cut.of(bytes);
        List<PartnerMessage> read = cut.read();
        Map<String, List<Integer>> byType = new TreeMap<>();
        for (int i = 0; i < read.size(); i++) {
            byType.computeIfAbsent(read.get(i).type(), t -> new ArrayList<>()).add(i);
        }
        List<Row> rows = new ArrayList<>();
        if (byType.isEmpty()) {
            rows.add(new Row(format, "none", file, 0, 0, 0, counted(cut.problems())));
        }
        for (String type : new TreeSet<>(byType.keySet())) {
            List<PartnerMessage> messages = byType.get(type).stream().map(read::get).toList();
            List<Problem> problems = new ArrayList<>();
            messages.forEach(m -> problems.addAll(m.problems()));
            List<Problem> around = new ArrayList<>(cut.stream().problems());
            cut.interchanges().forEach(i -> around.addAll(i.problems()));
            problems.addAll(around);
            rows.add(
                    new Row(
                            format,
                            type,
                            file,
                            messages.size(),
                            (int) messages.stream().filter(PartnerMessage::usable).count(),
                            around.isEmpty()
                                    ? (int)
                                            messages.stream()
                                                    .filter(m -> m.problems().isEmpty())
                                                    .count()
                                    : 0,
                            counted(problems)));
        }
        return rows;
    }

    private static Map<String, Integer> counted(List<Problem> problems) {
        Map<String, Integer> counted = new TreeMap<>();
        problems.forEach(p -> counted.merge(p.code(), 1, Integer::sum));
        return counted;
    }

    static String text(List<Row> rows) {
        return rows.stream().map(Row::line).collect(Collectors.joining("\n", HEAD + "\n", "\n"));
    }

    static List<Row> parse(String text) {
        return text.lines().skip(1).map(Row::parse).toList();
    }

    /** The table of the page, by type. */
    static String table(List<Row> rows) {
        Map<String, List<Row>> byType = new TreeMap<>();
        rows.forEach(
                r ->
                        byType.computeIfAbsent(r.format() + "\t" + r.type(), t -> new ArrayList<>())
                                .add(r));
        StringBuilder table =
                new StringBuilder(
                        """
                        | format | type | files | transactions | read | of these without a word | what was said |
                        |---|---|---|---|---|---|---|
                        """);
        byType.forEach((type, of) -> table.append(line(type.replace("\t", " | "), of)));
        Map<String, List<Row>> byFormat =
                rows.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Row::format, TreeMap::new, Collectors.toList()));
        byFormat.forEach((format, of) -> table.append(line(format + " | all", of)));
        return table.toString();
    }

    private static String line(String name, List<Row> rows) {
        Map<String, Integer> problems = new TreeMap<>();
        rows.forEach(r -> r.problems().forEach((code, n) -> problems.merge(code, n, Integer::sum)));
        return "| "
                + name
                + " | "
                + rows.stream().map(Row::file).distinct().count()
                + " | "
                + rows.stream().mapToInt(Row::transactions).sum()
                + " | "
                + rows.stream().mapToInt(Row::read).sum()
                + " | "
                + rows.stream().mapToInt(Row::clean).sum()
                + " | "
                + (name.endsWith("| all") ? "" : words(problems))
                + " |\n";
    }
}
