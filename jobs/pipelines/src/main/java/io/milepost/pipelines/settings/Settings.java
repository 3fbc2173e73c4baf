package io.milepost.pipelines.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The settings of a job, read from its arguments and checked as a whole: a newcomer sees everything
 * that is wrong at once. Unknown settings are wrong. Secrets are never values here, only references
 * that the clients resolve.
 */
public final class Settings {

    private static final String DASHES = "--";

    /** A URL with something before an @, which may be a password. */
    private static final Pattern WITH_USER = Pattern.compile("://[^/]*@");

    private final Map<String, Object> values;
    private final Map<String, String> texts;

    private Settings(Map<String, Object> values, Map<String, String> texts) {
        this.values = values;
        this.texts = texts;
    }

    /**
     * Reads {@code --name value} and {@code --name=value}.
     *
     * @throws SettingsException listing everything that is wrong
     */
    public static Settings parse(Collection<Setting<?>> known, List<String> arguments) {
        List<String> problems = new ArrayList<>();
        Map<String, String> given = given(arguments, problems);
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        for (Setting<?> setting : known) {
            String text = given.getOrDefault(setting.name(), setting.fallback());
            if (text == null) {
                problems.add(
                        setting.name() + ": expected " + setting.expected() + " but it is missing");
                continue;
            }
            try {
                values.put(setting.name(), setting.parse().apply(text));
                texts.put(setting.name(), text);
            } catch (IllegalArgumentException e) {
                problems.add(
                        setting.name()
                                + ": expected "
                                + setting.expected()
                                + " but found "
                                + shown(setting, text));
            }
        }
        for (String name : new TreeSet<>(given.keySet())) {
            if (known.stream().noneMatch(setting -> setting.name().equals(name))) {
                problems.add(name + ": no such setting");
            }
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return new Settings(values, texts);
    }

    /** What was given, unless it may be a secret. */
    private static String shown(Setting<?> setting, String text) {
        if (setting.isReference()) {
            return "something else";
        }
        return WITH_USER.matcher(text).find() ? "one with a user or password in it" : text;
    }

    private static Map<String, String> given(List<String> arguments, List<String> problems) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith(DASHES)) {
                problems.add(argument + ": expected --name value");
                continue;
            }
            int equals = argument.indexOf('=');
            String name =
                    argument.substring(DASHES.length(), equals < 0 ? argument.length() : equals);
            String value = null;
            if (equals >= 0) {
                value = argument.substring(equals + 1);
            } else if (i + 1 < arguments.size() && !arguments.get(i + 1).startsWith(DASHES)) {
                value = arguments.get(++i);
            }
            if (value == null) {
                problems.add(name + ": expected a value but found none");
            } else if (given.put(name, value) != null) {
                problems.add(name + ": expected once but found twice");
            }
        }
        return given;
    }

    /** The value of a setting. */
    @SuppressWarnings("unchecked") // a value was put in by the parser of its own setting
    public <T> T get(Setting<T> setting) {
        return (T) values.get(setting.name());
    }

    /** The effective settings as {@code name = text}, one a line; they hold no secrets. */
    public String print() {
        StringBuilder lines = new StringBuilder();
        texts.forEach((name, text) -> lines.append(name).append(" = ").append(text).append('\n'));
        return lines.toString();
    }
}
