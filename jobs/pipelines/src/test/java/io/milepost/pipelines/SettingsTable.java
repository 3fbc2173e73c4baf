package io.milepost.pipelines;

import io.milepost.pipelines.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The table of settings in the page of a job. */
public final class SettingsTable {

    private SettingsTable() {}

    /** The rows that a page has. */
    public static List<String> found(Path page) throws IOException {
        List<String> lines = Files.readAllLines(page);
        int head = lines.indexOf("| Setting | Default | Expected | Purpose |");
        return lines.stream().skip(head + 2L).takeWhile(line -> line.startsWith("|")).toList();
    }

    /** The rows that it has to have. */
    public static List<String> expected(List<Setting<?>> settings) {
        return settings.stream().map(SettingsTable::row).toList();
    }

    private static String row(Setting<?> setting) {
        String fallback = setting.fallback();
        return String.join(
                " | ",
                "| `" + setting.name() + "`",
                fallback == null ? "required" : fallback.isEmpty() ? "empty" : fallback,
                setting.expected(),
                setting.purpose() + " |");
    }
}
