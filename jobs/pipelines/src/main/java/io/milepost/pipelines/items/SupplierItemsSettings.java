package io.milepost.pipelines.items;

import io.milepost.pipelines.settings.JobSettings;
import io.milepost.pipelines.settings.Parsers;
import io.milepost.pipelines.settings.Setting;
import io.milepost.pipelines.settings.Settings;
import io.milepost.state.items.ItemRules;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/** Settings of the job supplier-items. */
public final class SupplierItemsSettings {

    private static final Setting<BigDecimal> PRICE_INCREASE =
            new Setting<>(
                    "price-increase-percent",
                    "10",
                    "a number from 0",
                    Parsers::notNegative,
                    "By how many percent a price may rise without an alert.");

    private static final Setting<Duration> PRICE_MEMORY =
            new Setting<>(
                    "price-memory",
                    "30 d",
                    "a duration such as 30 d",
                    Parsers::duration,
                    "How long a price that is over is remembered.");

    private static final Setting<Duration> ITEM_MEMORY =
            new Setting<>(
                    "item-memory",
                    "400 d",
                    "a duration such as 400 d",
                    Parsers::duration,
                    "How long an item is remembered of which nothing is heard.");

    private static final List<Setting<?>> ALL =
            JobSettings.and(PRICE_INCREASE, PRICE_MEMORY, ITEM_MEMORY, JobSettings.FEED_SILENCE);

    private final Settings settings;

    private SupplierItemsSettings(Settings settings) {
        this.settings = settings;
    }

    /**
     * Reads the job's arguments.
     *
     * @throws io.milepost.pipelines.settings.SettingsException listing everything that is wrong
     */
    public static SupplierItemsSettings parse(String... arguments) {
        return new SupplierItemsSettings(Settings.parse(ALL, Arrays.asList(arguments)));
    }

    /** Every setting, for documentation. */
    public static List<Setting<?>> all() {
        return ALL;
    }

    /** The settings that every job has. */
    public JobSettings job() {
        return new JobSettings(settings);
    }

    ItemRules rules() {
        return new ItemRules(
                settings.get(PRICE_INCREASE),
                micros(settings.get(PRICE_MEMORY)),
                micros(settings.get(ITEM_MEMORY)));
    }

    private static long micros(Duration duration) {
        return duration.dividedBy(ChronoUnit.MICROS.getDuration());
    }
}
