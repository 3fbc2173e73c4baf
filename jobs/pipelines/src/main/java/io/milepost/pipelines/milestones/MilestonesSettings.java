package io.milepost.pipelines.milestones;

import io.milepost.pipelines.milestones.correlation.Retention;
import io.milepost.pipelines.milestones.correlation.Wait;
import io.milepost.pipelines.milestones.line.LineRetention;
import io.milepost.pipelines.settings.GoLiveParser;
import io.milepost.pipelines.settings.JobSettings;
import io.milepost.pipelines.settings.Parsers;
import io.milepost.pipelines.settings.Setting;
import io.milepost.pipelines.settings.Settings;
import io.milepost.state.sla.GoLive;
import io.milepost.state.sla.Splitting;
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

    private static final Setting<Duration> CLOSED_GRACE =
            new Setting<>(
                    "closed-grace",
                    "400 d",
                    "a duration such as 400 d",
                    Parsers::duration,
                    "How long everything about a line is remembered after its last fact, when"
                            + " nothing is expected of it any more; then a tombstone is left.");

    private static final Setting<Duration> CLOSED_RETENTION =
            new Setting<>(
                    "closed-retention",
                    "800 d",
                    "a duration such as 800 d",
                    Parsers::duration,
                    "How long anything about a line is remembered after its last fact, when nothing"
                            + " is expected of it any more.");

    private static final Setting<Duration> INDEX_RETENTION =
            new Setting<>(
                    "index-retention",
                    "800 d",
                    "a duration such as 800 d",
                    Parsers::duration,
                    "How long orders and shipment references are remembered after their last"
                            + " fact.");

    private static final Setting<GoLive> GO_LIVE =
            new Setting<>(
                    "go-live",
                    "",
                    "company=time pairs separated by commas, * for the other companies",
                    GoLiveParser::parse,
                    "From when on companies work with it: what became known before is shown, but"
                            + " starts no clock and raises no alert or command.");

    private static final Setting<Splitting> SPLIT_PARTNERS =
            new Setting<>(
                    "split-partners",
                    "",
                    "partners separated by commas, * for all",
                    text -> new Splitting(Parsers.words(text)),
                    "Whose lines may be split in Odoo where a rule says so. What they say is kept"
                            + " with the order, for parts of its lines; other partners' lines are"
                            + " reviewed.");

    private static final List<Setting<?>> ALL =
            JobSettings.and(
                    LONGEST_WAIT,
                    CLOSED_GRACE,
                    CLOSED_RETENTION,
                    INDEX_RETENTION,
                    GO_LIVE,
                    SPLIT_PARTNERS,
                    JobSettings.FEED_SILENCE);

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

    LineRetention retention() {
        return new LineRetention(settings.get(CLOSED_GRACE), settings.get(CLOSED_RETENTION));
    }

    Retention indexRetention() {
        return new Retention(settings.get(INDEX_RETENTION));
    }

    GoLive goLive() {
        return settings.get(GO_LIVE);
    }

    Splitting splitting() {
        return settings.get(SPLIT_PARTNERS);
    }
}
