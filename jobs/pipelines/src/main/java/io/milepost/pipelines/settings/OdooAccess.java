package io.milepost.pipelines.settings;

import io.milepost.odoo.client.OdooLimits;
import io.milepost.odoo.client.OdooSettings;
import io.milepost.odoo.client.Secret;
import io.milepost.odoo.client.WireChoice;
import java.time.Duration;
import java.util.List;

/** The settings of jobs that speak with an Odoo server. */
public final class OdooAccess {

    private static final Setting<String> URL =
            new Setting<>(
                    "odoo-url",
                    null,
                    "a URL such as https://erp.example.org",
                    OdooSettings::checkedUrl,
                    "The Odoo server.");

    private static final Setting<String> DATABASE =
            new Setting<>("odoo-database", null, "a name", Parsers::text, "Its database.");

    private static final Setting<String> LOGIN =
            new Setting<>("odoo-login", null, "a login", Parsers::text, "The user to work as.");

    private static final Setting<Secret> KEY =
            new Setting<>(
                    "odoo-key",
                    "${env:ODOO_KEY}",
                    "a reference such as ${env:NAME} or ${file:/path:key}",
                    Secret::reference,
                    "The way to the user's API key.",
                    true);

    private static final Setting<String> INSTANCE =
            new Setting<>(
                    "odoo-instance",
                    null,
                    "text without a slash",
                    OdooAccess::instance,
                    "Name of this Odoo: the first part of the line keys.");

    private static final Setting<String> LANGUAGE =
            new Setting<>(
                    "odoo-language",
                    "en_US",
                    "a code such as en_US",
                    Parsers::text,
                    "Language of the names that Odoo gives.");

    private static final Setting<Integer> CONCURRENCY =
            new Setting<>(
                    "odoo-concurrency",
                    "2",
                    "a whole number > 0",
                    Parsers::positive,
                    "How many calls each subtask may have open; the server runs as many as it has"
                            + " workers.");

    private static final Setting<Duration> CALL_TIMEOUT =
            new Setting<>(
                    "odoo-call-timeout",
                    "150 s",
                    "a duration above 30 s",
                    OdooAccess::patience,
                    "How long a call may take; longer than Odoo tries again by itself.");

    private static final List<Setting<?>> ALL =
            List.of(URL, DATABASE, LOGIN, KEY, INSTANCE, LANGUAGE, CONCURRENCY, CALL_TIMEOUT);

    private final Settings settings;

    /** Those among a job's settings. */
    public OdooAccess(Settings settings) {
        this.settings = settings;
    }

    /** Every setting. */
    public static List<Setting<?>> all() {
        return ALL;
    }

    /** Those without which the server cannot be reached, and which have no default. */
    public static List<Setting<?>> ofServer() {
        return List.of(URL, DATABASE, LOGIN);
    }

    /**
     * How the server is reached.
     *
     * @throws IllegalArgumentException listing what is wrong
     */
    public OdooSettings server() {
        return new OdooSettings(
                settings.get(URL),
                settings.get(DATABASE),
                settings.get(LOGIN),
                settings.get(KEY),
                WireChoice.BY_VERSION,
                settings.get(LANGUAGE),
                OdooLimits.DEFAULT
                        .atOnce(settings.get(CONCURRENCY))
                        .answeringWithin(settings.get(CALL_TIMEOUT)));
    }

    /** Name of this Odoo, the first part of the line keys. */
    public String instance() {
        return settings.get(INSTANCE);
    }

    /** Language of the names that Odoo gives. */
    public String language() {
        return settings.get(LANGUAGE);
    }

    private static String instance(String text) {
        if (text.isBlank() || text.indexOf('/') >= 0) {
            throw new IllegalArgumentException("no part of a key");
        }
        return text;
    }

    private static Duration patience(String text) {
        Duration given = Parsers.duration(text);
        if (given.compareTo(OdooLimits.ODOO_RETRIES) <= 0) {
            throw new IllegalArgumentException("too short");
        }
        return given;
    }
}
