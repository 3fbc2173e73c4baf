package io.milepost.pipelines.delivery;

import io.milepost.partners.delivery.Retries;
import io.milepost.pipelines.settings.GoLiveParser;
import io.milepost.pipelines.settings.JobSettings;
import io.milepost.pipelines.settings.Parsers;
import io.milepost.pipelines.settings.Setting;
import io.milepost.pipelines.settings.Settings;
import io.milepost.state.sla.GoLive;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Settings of the job partner-delivery. */
public final class DeliverySettings {

    private static final Setting<GoLive> GO_LIVE =
            new Setting<>(
                    "go-live",
                    "",
                    "company=time pairs separated by commas, * for the other companies",
                    GoLiveParser::parse,
                    "From when on companies work with it: orders that were confirmed before are"
                            + " numbered and never sent.");

    private static final Setting<Boolean> DATE_CHANGES =
            new Setting<>(
                    "date-changes",
                    "false",
                    "true or false",
                    DeliverySettings::flag,
                    "Whether suppliers are told that a line is wanted at another date. What they"
                        + " promised, and is written into Odoo, would be told to them as well.");

    private static final Setting<Duration> CALL_TIMEOUT =
            new Setting<>(
                    "call-timeout",
                    "30 s",
                    "a duration such as 30 s",
                    Parsers::duration,
                    "How long a partner may take to answer a call.");

    private static final Setting<Duration> FIRST_RETRY =
            new Setting<>(
                    "first-retry",
                    "2 s",
                    "a duration such as 2 s",
                    Parsers::duration,
                    "How long to wait after the first attempt; the wait doubles with each.");

    private static final Setting<Duration> LONGEST_RETRY =
            new Setting<>(
                    "longest-retry",
                    "10 min",
                    "a duration such as 10 min",
                    Parsers::duration,
                    "The longest wait between two attempts, unless the partner asks for more.");

    private static final Setting<Duration> GIVE_UP_AFTER =
            new Setting<>(
                    "give-up-after",
                    "3 d",
                    "a duration such as 3 d",
                    Parsers::duration,
                    "How long a document is tried before it goes to the dead letters.");

    private static final Setting<String> FOLDER =
            new Setting<>(
                    "delivery-folder",
                    "",
                    "a path",
                    text -> text,
                    "Folder of the partners' folders, the same on every TaskManager.");

    private static final Setting<String> SECRETS =
            new Setting<>(
                    "secrets-folder",
                    "",
                    "a path",
                    text -> text,
                    "Folder with the secrets that profiles name, one file each, on every"
                            + " TaskManager.");

    private static final Setting<Boolean> PLAIN_HTTP =
            new Setting<>(
                    "plain-http",
                    "false",
                    "true or false",
                    DeliverySettings::flag,
                    "Whether documents may go unencrypted to other machines.");

    private static final List<Setting<?>> ALL =
            JobSettings.and(
                    GO_LIVE,
                    DATE_CHANGES,
                    CALL_TIMEOUT,
                    FIRST_RETRY,
                    LONGEST_RETRY,
                    GIVE_UP_AFTER,
                    FOLDER,
                    SECRETS,
                    PLAIN_HTTP,
                    JobSettings.FEED_SILENCE);

    private final Settings settings;

    private DeliverySettings(Settings settings) {
        this.settings = settings;
    }

    /**
     * Reads the job's arguments.
     *
     * @throws io.milepost.pipelines.settings.SettingsException listing everything that is wrong
     */
    public static DeliverySettings parse(String... arguments) {
        return new DeliverySettings(Settings.parse(ALL, Arrays.asList(arguments)));
    }

    /** Every setting, for documentation. */
    public static List<Setting<?>> all() {
        return ALL;
    }

    /** The settings that every job has. */
    public JobSettings job() {
        return new JobSettings(settings);
    }

    DeliveryRules rules() {
        return new DeliveryRules(
                settings.get(GO_LIVE),
                settings.get(DATE_CHANGES),
                new Retries(
                        settings.get(FIRST_RETRY),
                        settings.get(LONGEST_RETRY),
                        settings.get(GIVE_UP_AFTER)),
                settings.get(CALL_TIMEOUT),
                orNull(settings.get(FOLDER)),
                orNull(settings.get(SECRETS)),
                settings.get(PLAIN_HTTP));
    }

    private static String orNull(String text) {
        return text.isBlank() ? null : text;
    }

    private static Boolean flag(String text) {
        if (!text.matches("true|false")) {
            throw new IllegalArgumentException("neither");
        }
        return Boolean.valueOf(text);
    }
}
