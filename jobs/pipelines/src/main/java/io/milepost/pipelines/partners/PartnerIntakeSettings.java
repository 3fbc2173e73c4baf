package io.milepost.pipelines.partners;

import io.milepost.pipelines.settings.JobSettings;
import io.milepost.pipelines.settings.Parsers;
import io.milepost.pipelines.settings.Setting;
import io.milepost.pipelines.settings.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Settings of the job partner-intake. */
public final class PartnerIntakeSettings {

    private static final Setting<Duration> MEMORY =
            new Setting<>(
                    "duplicate-memory",
                    "30 d",
                    "a duration such as 30 d",
                    Parsers::duration,
                    "How long a transaction that was mapped is known when it comes again.");

    private static final List<Setting<?>> ALL = JobSettings.and(MEMORY, JobSettings.FEED_SILENCE);

    private final Settings settings;

    private PartnerIntakeSettings(Settings settings) {
        this.settings = settings;
    }

    /**
     * Reads the job's arguments.
     *
     * @throws io.milepost.pipelines.settings.SettingsException listing everything that is wrong
     */
    public static PartnerIntakeSettings parse(String... arguments) {
        return new PartnerIntakeSettings(Settings.parse(ALL, Arrays.asList(arguments)));
    }

    /** Every setting, for documentation. */
    public static List<Setting<?>> all() {
        return ALL;
    }

    /** The settings that every job has. */
    public JobSettings job() {
        return new JobSettings(settings);
    }

    Duration memory() {
        return settings.get(MEMORY);
    }
}
