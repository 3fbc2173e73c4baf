package io.milepost.pipelines.changes;

import io.milepost.odoo.changes.OverlapHorizon;
import io.milepost.odoo.changes.ReaderSettings;
import io.milepost.odoo.changes.source.ChangesConnection;
import io.milepost.odoo.changes.source.ChangesSourceSettings;
import io.milepost.odoo.changes.source.HintSettings;
import io.milepost.odoo.client.Secret;
import io.milepost.pipelines.settings.JobSettings;
import io.milepost.pipelines.settings.OdooAccess;
import io.milepost.pipelines.settings.Parsers;
import io.milepost.pipelines.settings.Setting;
import io.milepost.pipelines.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Settings of the job odoo-changes. */
public final class ChangesSettings {

    private static final Setting<Entry> ENTRY =
            new Setting<>(
                    "odoo-entry",
                    "polling",
                    "polling or debezium",
                    Parsers.oneOf(Entry.class),
                    "How changes come in: by asking Odoo over its API, or by change records of its"
                            + " database that Debezium writes to a topic.");

    private static final Setting<String> RECORDS =
            new Setting<>(
                    "odoo-records-topic",
                    "odoo.cdc",
                    "a topic's full name",
                    Parsers::text,
                    "With the entry debezium: the topic of the change records, which has one"
                            + " partition and gets no prefix.");

    private static final Setting<List<Long>> COMPANIES =
            new Setting<>(
                    "odoo-companies",
                    "",
                    "database ids separated by commas, or nothing",
                    ChangesSettings::ids,
                    "Companies whose changes are read; all that the user may see if none is"
                            + " given.");

    private static final Setting<Duration> POLL =
            new Setting<>(
                    "odoo-poll-interval",
                    "5 s",
                    "a duration such as 2 s",
                    Parsers::duration,
                    "How long is waited before Odoo is asked for changes again.");

    private static final Setting<Integer> HINT_PORT =
            new Setting<>(
                    "odoo-hint-port",
                    "0",
                    "0 for none, or a port",
                    ChangesSettings::port,
                    "Where a webhook of Odoo can say that something happened, so that the poll"
                            + " interval is not waited for.");

    private static final Setting<String> HINT_HOST =
            new Setting<>(
                    "odoo-hint-host",
                    "127.0.0.1",
                    "an address of the machine",
                    Parsers::text,
                    "The address that hints are listened for on.");

    private static final Setting<Secret> HINT_TOKEN =
            new Setting<>(
                    "odoo-hint-token",
                    "${env:ODOO_HINT_TOKEN}",
                    "a reference such as ${env:NAME} or ${file:/path:key}",
                    Secret::reference,
                    "The way to the last part of the webhook's path; 16 characters or more.",
                    true);

    private static final Setting<Integer> PAGE =
            new Setting<>(
                    "odoo-page",
                    "500",
                    "a whole number from 1 to 5000",
                    ChangesSettings::page,
                    "How many changed rows are read at once.");

    private static final Setting<Integer> REMEMBERED =
            new Setting<>(
                    "odoo-remembered",
                    "20000",
                    "a whole number > 0",
                    Parsers::positive,
                    "Of how many records of each stream is remembered what was told last; of others"
                            + " the same is told again, and a deletion is not seen.");

    private static final Setting<Duration> SWEEP =
            new Setting<>(
                    "odoo-sweep-interval",
                    "15 min",
                    "a duration such as 15 min",
                    Parsers::duration,
                    "How often is looked for deleted lines.");

    private static final Setting<Horizon> HORIZON =
            new Setting<>(
                    "odoo-horizon",
                    "action",
                    "action or overlap",
                    Parsers.oneOf(Horizon.class),
                    "How is known what is complete: by the server action, or by reading what is"
                            + " younger than the longest transaction again.");

    private static final Setting<Duration> OVERLAP =
            new Setting<>(
                    "odoo-overlap",
                    OverlapHorizon.USUAL.toMinutes() + " min",
                    "a duration such as 5 min",
                    Parsers::duration,
                    "With the horizon overlap: longer than any transaction of Odoo.");

    private static final int LARGEST_PAGE = 5000;
    private static final int LARGEST_PORT = 65_535;

    private static final List<Setting<?>> ALL =
            all(
                    JobSettings.and(
                            ENTRY,
                            RECORDS,
                            COMPANIES,
                            POLL,
                            HINT_PORT,
                            HINT_HOST,
                            HINT_TOKEN,
                            PAGE,
                            REMEMBERED,
                            SWEEP,
                            HORIZON,
                            OVERLAP));

    /** How changes come in. */
    private enum Entry {
        POLLING,
        DEBEZIUM
    }

    /** How is known what is complete. */
    private enum Horizon {
        ACTION,
        OVERLAP
    }

    private final Settings settings;

    private ChangesSettings(Settings settings) {
        this.settings = settings;
    }

    /**
     * Reads the job's arguments.
     *
     * @throws io.milepost.pipelines.settings.SettingsException listing everything that is wrong
     */
    public static ChangesSettings parse(String... arguments) {
        List<String> given = Arrays.asList(arguments);
        Settings settings = Settings.parse(withoutServer(), given);
        if (settings.get(ENTRY) == Entry.POLLING) {
            settings = Settings.parse(ALL, given);
        }
        return new ChangesSettings(settings);
    }

    /** Every setting, for documentation. */
    public static List<Setting<?>> all() {
        return ALL;
    }

    /** The settings that every job has. */
    public JobSettings job() {
        return new JobSettings(settings);
    }

    /**
     * How changes are read.
     *
     * @throws IllegalArgumentException listing what is wrong
     */
    public ChangesSourceSettings source() {
        OdooAccess odoo = new OdooAccess(settings);
        return new ChangesSourceSettings(
                new ChangesConnection(
                        odoo.server(),
                        settings.get(HORIZON) == Horizon.OVERLAP ? settings.get(OVERLAP) : null),
                odoo.instance(),
                settings.get(COMPANIES),
                new ReaderSettings(
                        settings.get(PAGE), settings.get(REMEMBERED), settings.get(SWEEP)),
                settings.get(POLL),
                settings.get(HINT_PORT) == 0
                        ? null
                        : new HintSettings(
                                settings.get(HINT_HOST),
                                settings.get(HINT_PORT),
                                settings.get(HINT_TOKEN)));
    }

    /** Whether change records of the database are read, and not Odoo asked. */
    boolean isCapturing() {
        return settings.get(ENTRY) == Entry.DEBEZIUM;
    }

    /** How change records of the database are read. */
    CaptureSettings capture() {
        OdooAccess odoo = new OdooAccess(settings);
        return new CaptureSettings(
                settings.get(RECORDS), odoo.instance(), settings.get(COMPANIES), odoo.language());
    }

    /** The settings where those of the server are given or not. */
    private static List<Setting<?>> withoutServer() {
        List<Setting<?>> all = new ArrayList<>(ALL);
        all.replaceAll(
                setting -> OdooAccess.ofServer().contains(setting) ? setting.or("") : setting);
        return all;
    }

    private static List<Setting<?>> all(List<Setting<?>> own) {
        List<Setting<?>> all = new ArrayList<>(own);
        all.addAll(OdooAccess.all());
        return List.copyOf(all);
    }

    private static List<Long> ids(String text) {
        List<Long> ids = new ArrayList<>();
        for (String id : text.isBlank() ? new String[0] : text.split(",")) {
            ids.add(Parsers.positive(id.trim()).longValue());
        }
        return ids;
    }

    private static Integer page(String text) {
        Integer rows = Parsers.positive(text);
        if (rows > LARGEST_PAGE) {
            throw new IllegalArgumentException("too large");
        }
        return rows;
    }

    private static Integer port(String text) {
        int port = Integer.parseInt(text);
        if (port < 0 || port > LARGEST_PORT) {
            throw new IllegalArgumentException("no port");
        }
        return port;
    }
}
