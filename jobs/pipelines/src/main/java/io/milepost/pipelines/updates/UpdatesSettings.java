package io.milepost.pipelines.updates;

import io.milepost.odoo.updates.ApplierSettings;
import io.milepost.pipelines.settings.JobSettings;
import io.milepost.pipelines.settings.OdooAccess;
import io.milepost.pipelines.settings.Parsers;
import io.milepost.pipelines.settings.Setting;
import io.milepost.pipelines.settings.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Settings of the job odoo-updates. */
public final class UpdatesSettings {

    private static final Setting<Integer> BATCH =
            new Setting<>(
                    "odoo-batch",
                    "100",
                    "a whole number from 1 to 200",
                    UpdatesSettings::batch,
                    "How many commands are sent to Odoo at once.");

    private static final Setting<Integer> RATE =
            new Setting<>(
                    "odoo-rate",
                    "200",
                    "a whole number > 0",
                    Parsers::positive,
                    "How many commands a second each subtask may send.");

    private static final int LARGEST_BATCH = 200;

    private static final List<Setting<?>> ALL = all(JobSettings.and(BATCH, RATE));

    private final Settings settings;

    private UpdatesSettings(Settings settings) {
        this.settings = settings;
    }

    /**
     * Reads the job's arguments.
     *
     * @throws io.milepost.pipelines.settings.SettingsException listing everything that is wrong
     */
    public static UpdatesSettings parse(String... arguments) {
        return new UpdatesSettings(Settings.parse(ALL, Arrays.asList(arguments)));
    }

    /** Every setting, for documentation. */
    public static List<Setting<?>> all() {
        return ALL;
    }

    /** The settings that every job has. */
    public JobSettings job() {
        return new JobSettings(settings);
    }

    /** How Odoo is reached. */
    public OdooAccess odoo() {
        return new OdooAccess(settings);
    }

    /** How commands are applied. */
    public ApplierSettings applier() {
        return ApplierSettings.DEFAULT.batches(settings.get(BATCH)).rate(settings.get(RATE));
    }

    private static List<Setting<?>> all(List<Setting<?>> own) {
        List<Setting<?>> all = new ArrayList<>(own);
        all.addAll(OdooAccess.all());
        return List.copyOf(all);
    }

    private static Integer batch(String text) {
        Integer size = Parsers.positive(text);
        if (size > LARGEST_BATCH) {
            throw new IllegalArgumentException("too large");
        }
        return size;
    }
}
