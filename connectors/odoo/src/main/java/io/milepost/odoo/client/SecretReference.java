package io.milepost.odoo.client;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A way to a secret by environment variable or file.
 *
 * @param kind {@code env} or {@code file}
 * @param place the variable's name or the file's path
 * @param key the property in the file; {@code null} if the file holds only the secret
 */
record SecretReference(String kind, String place, String key) implements Secret {

    private static final long serialVersionUID = 1L;

    private static final Pattern FORM =
            Pattern.compile("\\$\\{(?:env:([^:}]+)|file:([^:}]+)(?::([^}]+))?)}");

    static SecretReference parse(String text) {
        Matcher matcher = FORM.matcher(text == null ? "" : text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "odoo.key: expected a reference such as ${env:NAME} or ${file:/path:key} but"
                            + " found "
                            + (text == null || text.isBlank() ? "nothing" : "a literal value"));
        }
        return matcher.group(1) != null
                ? new SecretReference("env", matcher.group(1), null)
                : new SecretReference("file", matcher.group(2), matcher.group(3));
    }

    @Override
    public String reveal() {
        String value = kind.equals("env") ? System.getenv(place) : fromFile();
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(
                    "odoo.key: expected " + this + " to lead to a value but found none");
        }
        return value.strip();
    }

    private String fromFile() {
        Path file = Path.of(place);
        try {
            if (key == null) {
                return Files.readString(file);
            }
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
            return properties.getProperty(key);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "odoo.key: expected " + this + " to lead to a readable file", e);
        }
    }

    /** The reference as it stands in configuration. */
    @Override
    public String toString() {
        return "${" + kind + ":" + place + (key == null ? "" : ":" + key) + "}";
    }
}
