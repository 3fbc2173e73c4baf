package io.milepost.pipelines.milestones;

import io.milepost.pipelines.milestones.correlation.Wait;
import io.milepost.pipelines.settings.JobSettings;
import io.milepost.pipelines.settings.Parsers;
import io.milepost.pipelines.settings.Setting;
import io.milepost.pipelines.settings.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Settings of the milestones job. */
public final class MilestonesSettings {

    private static final Setting<Duration> LONGEST_WAIT =
            new Setting<>(
                    "longest-wait",
                    "30 d",
                    "a duration such as 30 d",
                    Parsers::duration,
                    "How long a fact waits for its order or shipment.");

    private static final List<Setting<?>> ALL =
            JobSettings.and(LONGEST_WAIT, JobSettings.FEED_SILENCE);

    private final Settings settings;

    private MilestonesSettings(Settings settings) {
        this.settings = settings;
    }

    /**
     * Reads the job's arguments.
     *
     * @throws io.milepost.pipelines.settings.SettingsException listing everything that is wrong
     */
    public static MilestonesSettings parse(String... arguments) {
        return new MilestonesSettings(Settings.parse(ALL, Arrays.asList(arguments)));
    }

    /** Every setting, for documentation. */
    public static List<Setting<?>> all() {
        return ALL;
    }

    /** The settings that every job has. */
    public JobSettings job() {
        return new JobSettings(settings);
    }

    Wait patience() {
        return new Wait(settings.get(LONGEST_WAIT));
    }
}
