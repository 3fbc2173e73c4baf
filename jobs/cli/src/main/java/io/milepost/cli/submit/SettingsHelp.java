package io.milepost.cli.submit;

import io.milepost.pipelines.settings.Setting;
import java.util.ArrayList;
import java.util.List;

/** The settings of a job as a part of a command's help. */
final class SettingsHelp {

    private SettingsHelp() {}

    /** Lines for picocli, which has meanings of its own for % and ${. */
    static String[] of(List<Setting<?>> settings) {
        List<String> lines = new ArrayList<>(List.of("", "Settings of the job:"));
        for (Setting<?> setting : settings) {
            lines.add(escaped("  --" + setting.name() + " (" + expectation(setting) + ")"));
            lines.add(escaped("      " + setting.purpose()));
        }
        return lines.toArray(String[]::new);
    }

    private static String expectation(Setting<?> setting) {
        if (setting.fallback() == null) {
            return "required: " + setting.expected();
        }
        return setting.expected()
                + (setting.fallback().isEmpty() ? "" : "; default: " + setting.fallback());
    }

    private static String escaped(String line) {
        return line.replace("%", "%%").replace("${", "$${");
    }
}
