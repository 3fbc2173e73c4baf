package io.milepost.local.odoo;

import io.milepost.odoo.client.HttpOdooClient;
import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.client.OdooException;
import io.milepost.odoo.client.OdooSettings;
import io.milepost.odoo.embedded.Account;
import io.milepost.odoo.embedded.EmbeddedOdoo;
import io.milepost.odoo.embedded.EmbeddedOdooOptions;
import io.milepost.odoo.embedded.desk.HeldTransaction;
import io.milepost.odoo.setup.Feature;
import io.milepost.odoo.setup.OdooSetup;
import io.milepost.odoo.setup.SetupOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;

/**
 * A double of Odoo that was set up for Milepost, whose time is the story's. What is complete in it
 * is decided here: a transaction that is held open keeps its horizon where the story wants it.
 */
final class OdooDouble implements Site {

    private static final String BOT = "milepost";
    private static final int WORKERS = 8;

    private final EmbeddedOdoo odoo;
    private final OdooServer people;
    private final OdooServer jobs;
    private final StoryClock clock;
    private final Path folder;
    private final List<Path> keys;
    private final ReadersGate gate;
    private HeldTransaction held;

    private OdooDouble(
            EmbeddedOdoo odoo,
            OdooServer people,
            OdooServer jobs,
            StoryClock clock,
            Path folder,
            List<Path> keys) {
        this.folder = folder;
        this.keys = keys;
        this.odoo = odoo;
        this.gate = new ReadersGate(odoo);
        this.people = people;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Starts one and sets it up as {@code milepost odoo setup} does.
     *
     * @param folder made for keys, which are worth nothing anywhere else; goes away with them
     */
    static OdooDouble start(StoryClock clock, EmbeddedOdooOptions options, Path folder)
            throws IOException, OdooException, InterruptedException {
        EmbeddedOdoo odoo = EmbeddedOdoo.start(options.withWorkers(WORKERS).withClock(clock));
        boolean ready = false;
        try {
            Account bot = odoo.addUser(BOT, List.of("base.group_user"));
            Account admin = odoo.admin();
            try (OdooClient client =
                    HttpOdooClient.open(
                            OdooSettings.of(
                                    odoo.url(), odoo.database(), admin.login(), admin::key))) {
                new OdooSetup(client, new SetupOptions(BOT, null, EnumSet.allOf(Feature.class)))
                        .run();
            }
            OdooDouble made =
                    new OdooDouble(
                            odoo,
                            server(odoo, admin, folder),
                            server(odoo, bot, folder),
                            clock,
                            folder,
                            List.of(key(folder, admin), key(folder, bot)));
            made.completeUpTo(clock.micros());
            ready = true;
            return made;
        } finally {
            if (!ready) {
                odoo.close();
            }
        }
    }

    private static OdooServer server(EmbeddedOdoo odoo, Account account, Path folder)
            throws IOException {
        Files.createDirectories(folder);
        Path key = Files.writeString(key(folder, account), account.key());
        return new OdooServer(odoo.url(), odoo.database(), account.login(), "${file:" + key + "}");
    }

    private static Path key(Path folder, Account account) {
        return folder.resolve(account.login() + ".key");
    }

    @Override
    public OdooServer people() {
        return people;
    }

    @Override
    public OdooServer jobs() {
        return jobs;
    }

    @Override
    public void nextVendor(long id) {
        odoo.continueAt("res.partner", id);
    }

    @Override
    public void moveTo(long micros) {
        clock.advance(micros);
    }

    @Override
    public void quieten(int readers) throws InterruptedException {
        gate.awaitClosed(readers);
    }

    @Override
    public void quietenSoon() {
        gate.close();
    }

    @Override
    public void completeUpTo(long micros) {
        clock.advance(micros);
        HeldTransaction next = odoo.hold();
        // A horizon by the clock is a second behind it.
        clock.advance(micros + 1_000_001);
        if (held != null) {
            held.close();
        }
        held = next;
        gate.open();
    }

    @Override
    public void followTheWorld() {
        clock.followTheWorld();
        gate.open();
        if (held != null) {
            held.close();
            held = null;
        }
    }

    @Override
    public String mark() {
        return "";
    }

    @Override
    public void close() {
        odoo.close();
        try {
            for (Path key : keys) {
                Files.deleteIfExists(key);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the keys of a double cannot be deleted", e);
        }
    }
}
