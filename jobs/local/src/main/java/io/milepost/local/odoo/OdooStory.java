package io.milepost.local.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.events.CarrierEvent;
import io.milepost.events.OdooBill;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.OdooReceipt;
import io.milepost.events.SupplierEvent;
import io.milepost.local.distributor.DistributorSimulation;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.TimedEvent;
import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.client.OdooException;
import io.milepost.odoo.embedded.EmbeddedOdooOptions;
import io.milepost.odoo.setup.Feature;
import io.milepost.odoo.setup.Finding;
import io.milepost.odoo.setup.OdooDoctor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A distributor's story whose people work in an Odoo: the Odoo is there, with what orders refer to,
 * and the story is ready to be played.
 */
public final class OdooStory implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OdooStory.class);

    private final Site site;
    private final StoryTimes times;
    private final OdooClient client;
    private final People people;
    private final Placement placement = new Placement();
    private final Masters masters;
    private final Translation translation;
    private final String company;
    private final List<Act> script;
    private final List<TimedEvent> partners;
    private final long startMicros;
    private final long endMicros;
    private final AtomicBoolean closed = new AtomicBoolean();

    private OdooStory(
            Site site,
            StoryTimes times,
            OdooClient client,
            List<TimedEvent> story,
            long start,
            long end)
            throws OdooException, InterruptedException {
        this.site = site;
        this.times = times;
        this.client = client;
        this.startMicros = start;
        this.endMicros = end;
        Rpc rpc = new Rpc(client);
        JsonNode user =
                rpc.find(
                                "res.users",
                                List.of(List.of("login", "=", site.jobs().login())),
                                "company_id")
                        .get(0);
        this.company = user.path("company_id").asText("1");
        this.masters = new Masters(rpc);
        this.people = new People(rpc, masters, placement);
        this.translation = new Translation(placement, masters, company);
        this.script = Script.of(story);
        this.partners = story.stream().filter(event -> !isOdoos(event)).toList();
        masters.vendors(vendors(story), site.mark(), site::nextVendor);
        List<Deed.WriteOrder> orders = new ArrayList<>();
        for (Act act : script) {
            if (act.deed() instanceof Deed.WriteOrder order) {
                orders.add(order);
            }
        }
        masters.products(orders, site.mark());
    }

    /**
     * A story in a double of Odoo, which is started and whose time is the story's.
     *
     * @param options of the double; its clock is not used
     * @param folder made for its keys; goes away with them
     * @throws IOException if it cannot be prepared
     */
    public static OdooStory embedded(
            DistributorSimulation story, EmbeddedOdooOptions options, Path folder)
            throws IOException, InterruptedException {
        StoryClock clock = new StoryClock(story.startMicros() - Micros.DAY);
        try {
            OdooDouble site = OdooDouble.start(clock, options, folder);
            return of(site, StoryTimes.ITS_OWN, story);
        } catch (OdooException e) {
            throw new IOException("Odoo cannot be prepared: " + e.getMessage(), e);
        }
    }

    /**
     * A story in a server that is there and was set up for Milepost, in the time of the world: what
     * took days takes seconds.
     *
     * @throws IOException if it cannot be prepared; the message says what to do
     */
    public static OdooStory at(OdooServer server, DistributorSimulation story)
            throws IOException, InterruptedException {
        OdooWorld site = OdooWorld.at(server, Instant.now());
        try {
            requireSetUp(server);
            WorldTimes times = new WorldTimes(story.startMicros(), () -> Micros.of(Instant.now()));
            return of(site, times, story);
        } catch (OdooException e) {
            throw new IOException(
                    "Odoo at " + server.url() + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static void requireSetUp(OdooServer server)
            throws IOException, OdooException, InterruptedException {
        try (OdooClient client = server.open()) {
            List<String> errors = new ArrayList<>();
            for (Finding finding :
                    new OdooDoctor(
                                    client,
                                    EnumSet.of(Feature.ORDERS, Feature.RECEIPTS),
                                    Clock.systemUTC())
                            .examine()) {
                if (finding.level() == Finding.Level.ERROR) {
                    errors.add(finding.check() + ": " + finding.found() + "; " + finding.advice());
                }
            }
            if (!errors.isEmpty()) {
                throw new IOException(
                        "Odoo at "
                                + server.url()
                                + " is not ready for Milepost:\n  "
                                + String.join("\n  ", errors));
            }
        }
    }

    private static OdooStory of(Site site, StoryTimes times, DistributorSimulation story)
            throws OdooException, InterruptedException {
        OdooClient client = null;
        boolean ready = false;
        try {
            client = site.people().open();
            OdooStory prepared =
                    new OdooStory(
                            site,
                            times,
                            client,
                            story.events(),
                            story.startMicros(),
                            story.endMicros());
            site.completeUpTo(story.startMicros());
            ready = true;
            return prepared;
        } finally {
            if (!ready) {
                if (client != null) {
                    client.close();
                }
                site.close();
            }
        }
    }

    private static boolean isOdoos(TimedEvent event) {
        return event.value() instanceof OdooOrderLine
                || event.value() instanceof OdooReceipt
                || event.value() instanceof OdooBill;
    }

    private static SortedSet<Long> vendors(List<TimedEvent> story) {
        SortedSet<Long> ids = new TreeSet<>();
        for (TimedEvent event : story) {
            if (event.value() instanceof OdooOrderLine line) {
                ids.add(Long.parseLong(line.getVendor()));
            } else if (event.value() instanceof SupplierEvent said) {
                ids.add(Long.parseLong(said.getEnvelope().getPartner()));
            }
        }
        return ids;
    }

    Site site() {
        return site;
    }

    StoryTimes times() {
        return times;
    }

    Rpc rpc() {
        return new Rpc(client);
    }

    People people() {
        return people;
    }

    Placement placement() {
        return placement;
    }

    Masters masters() {
        return masters;
    }

    Translation translation() {
        return translation;
    }

    /** Database id of the company that buys. */
    String company() {
        return company;
    }

    /** The suppliers' partner ids, as Odoo has them. */
    List<String> suppliers() {
        return masters.vendorIds().stream().map(String::valueOf).toList();
    }

    /** The carrier's partner id. */
    String carrier() {
        return partners.stream()
                .map(TimedEvent::value)
                .filter(CarrierEvent.class::isInstance)
                .map(event -> ((CarrierEvent) event).getEnvelope().getPartner())
                .findFirst()
                .orElse("CARRIER");
    }

    List<Act> script() {
        return script;
    }

    List<TimedEvent> partners() {
        return partners;
    }

    /** What the Odoo is, in a few words. */
    public String name() {
        return site.mark().isEmpty() ? "Odoo (a double)" : "Odoo";
    }

    /** Where Odoo is. */
    public String url() {
        return site.people().url();
    }

    /** When the story starts, microseconds since the epoch, UTC. */
    public long startMicros() {
        return startMicros;
    }

    /** When it ends. */
    public long endMicros() {
        return endMicros;
    }

    /** The double goes as a whole; in a server that stays the demo's records are taken away. */
    private void clean() {
        if (site.mark().isEmpty()) {
            return;
        }
        try {
            int left = new Cleaning(this).clean();
            LOG.info("{} records of the demo stay in Odoo, marked{}", left, site.mark());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.warn("Records of the demo stay in Odoo, marked{}", site.mark());
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            clean();
            client.close();
            site.close();
        }
    }
}
