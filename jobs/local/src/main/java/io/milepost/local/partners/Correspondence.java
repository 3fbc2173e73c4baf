package io.milepost.local.partners;

import io.milepost.events.CarrierEvent;
import io.milepost.events.PartnerProfileVersion;
import io.milepost.events.SupplierEvent;
import io.milepost.events.TechnicalAcknowledgement;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.direct.DirectWriter;
import io.milepost.kafka.registry.RegistryConnection;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.StepFeed;
import io.milepost.local.feed.TimedEvent;
import io.milepost.local.run.Feeds;
import io.milepost.schemas.Catalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/**
 * The suppliers and carriers of a story as partners: what they say is written in their formats and
 * sent to the HTTP intake, their orders come to them by HTTP, and their systems answer. Not for
 * several threads.
 */
public final class Correspondence implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Terms terms;
    private final Cast cast;
    private final OrderTraffic orders;
    private final StoryIntake intake;
    private final Outbox outbox;
    private final SupplierSystems systems;
    private final StepFeed clock;
    private final Map<Voice, Documents> writers = new EnumMap<>(Voice.class);
    private final SaidAndHeard books = new SaidAndHeard();

    /**
     * How it is played.
     *
     * @param seed what the suppliers are dealt to formats by
     * @param instance of the orders
     * @param company of the orders
     * @param suppliers the suppliers' partner ids
     * @param carrier the carrier's partner id
     * @param sinceMicros orders that were confirmed before are not sent
     * @param played whether what is said is known at the story's times, and not when it comes
     * @param lost partner id of a supplier whose messages get lost; {@code null} for none, as it is
     *     wrong on purpose
     */
    public record Terms(
            long seed,
            String instance,
            String company,
            Collection<String> suppliers,
            String carrier,
            long sinceMicros,
            boolean played,
            String lost) {}

    /**
     * Something that a partner says.
     *
     * @param event what is to come of it
     * @param vendorItem the supplier's number of the item that it is about; {@code null} for none
     */
    public record Word(TimedEvent event, String vendorItem) {}

    /**
     * Publishes the profiles and opens the intake.
     *
     * @param archive folder of what partners send
     */
    public Correspondence(
            KafkaConnection kafka, RegistryConnection registry, Path archive, Terms terms)
            throws IOException, InterruptedException {
        this.terms = terms;
        cast = new Cast(terms.seed(), terms.suppliers(), terms.carrier());
        writers.put(Voice.X12, new X12Documents());
        writers.put(Voice.EDIFACT, new EdifactDocuments());
        writers.put(Voice.UBL, new UblDocuments());
        writers.put(Voice.WEBHOOK, new WebhookDocuments());
        orders = new OrderTraffic(kafka, registry, Set.copyOf(terms.suppliers()));
        publish(kafka, registry);
        intake = new StoryIntake(kafka, registry, archive, cast.all());
        outbox = new Outbox(intake, books, terms.played(), terms.lost());
        systems = new SupplierSystems(orders, outbox);
        clock = Feeds.inbound(kafka, registry);
    }

    private void publish(KafkaConnection kafka, RegistryConnection registry)
            throws IOException, InterruptedException {
        try (DirectWriter<PartnerProfileVersion> profiles =
                DirectWriter.open(kafka, registry.open(), Catalogue.PARTNER_PROFILES, PATIENCE)) {
            for (PartnerProfileVersion version :
                    cast.profiles(
                            terms.instance(), terms.company(), orders::url, terms.sinceMicros())) {
                profiles.write(version.getProfile() + "/1", version, List.of()).get();
            }
        } catch (ExecutionException e) {
            throw new IOException("profiles: the broker refused one", e.getCause());
        }
    }

    /**
     * Returns when every document that is to go out by now is with its supplier.
     *
     * @throws IOException if one does not get there
     */
    public void ordersGoOut() throws IOException, InterruptedException {
        for (SupplierDesks.Taken taken : orders.arrive()) {
            Correspondent who = cast.of(taken.profile());
            OrderText text = OrderText.read(who.voice(), taken.document());
            if (text.order() != null) {
                systems.got(who, text);
            }
        }
    }

    /**
     * Suppliers' systems say how they took the orders that they have, as far as they were to by
     * now.
     *
     * @param words everything that is said next
     * @return whether some of it names numbers that partner-delivery has to find the orders of
     */
    public boolean systemsAnswer(List<Word> words) throws IOException, InterruptedException {
        for (Word word : words) {
            if (word.event().value() instanceof SupplierEvent said
                    && said.getBody() instanceof TechnicalAcknowledgement) {
                if (!outbox.again(key(said), word.event().knownAtMicros())) {
                    systems.toSay(said, word.event());
                }
            }
        }
        return systems.answer();
    }

    /** Returns when partner-delivery has found the orders of all numbers that were said. */
    public void numbersAreFound() throws IOException, InterruptedException {
        systems.numbersAreFound();
    }

    /** Partners say what they have to say, apart from how their systems took orders. */
    public void speak(List<Word> words) throws IOException, InterruptedException {
        Map<String, List<Word>> papers = new LinkedHashMap<>();
        for (Word word : words) {
            TimedEvent event = word.event();
            if (event.value() instanceof CarrierEvent said) {
                speak(said, event.knownAtMicros());
            } else if (event.value() instanceof SupplierEvent said
                    && !(said.getBody() instanceof TechnicalAcknowledgement)) {
                if (!outbox.again(key(said), event.knownAtMicros())) {
                    papers.computeIfAbsent(paper(said), it -> new ArrayList<>()).add(word);
                }
            }
        }
        for (List<Word> paper : papers.values()) {
            sayAll(paper);
        }
    }

    /** What is known of one event by its author: it is the same when it comes again. */
    static String key(SupplierEvent said) {
        return said.getEnvelope().getPartner() + " " + said.getEnvelope().getEventId();
    }

    /** What belongs into one message: what a document says that comes in at one time. */
    private static String paper(SupplierEvent said) {
        return String.join(
                " ",
                said.getEnvelope().getPartner(),
                said.getBody().getClass().getSimpleName(),
                said.getDocument().getNumber(),
                said.getDocument().getPurpose().name(),
                Long.toString(Micros.of(said.getEnvelope().getKnownAt())));
    }

    private void sayAll(List<Word> paper) throws IOException, InterruptedException {
        TimedEvent first = paper.get(0).event();
        if (outbox.again(key((SupplierEvent) first.value()), first.knownAtMicros())) {
            // It was said for the first time in this very step.
            return;
        }
        Set<String> told = new HashSet<>();
        List<Saying.Line> lines = new ArrayList<>();
        for (Word word : paper) {
            SupplierEvent said = (SupplierEvent) word.event().value();
            if (told.add(key(said))) {
                int number = orders.number(said.getOrderName(), word.vendorItem());
                lines.add(new Saying.Line(said, word.vendorItem(), number));
            }
        }
        Saying saying = new Saying(lines);
        String partner = saying.envelope().getPartner();
        Correspondent who = cast.supplier(partner);
        long control = outbox.control(who);
        Draft draft = writers.get(who.voice()).write(who, saying, control).orElse(null);
        if (draft == null && who.voice() != Voice.WEBHOOK) {
            who = cast.portal(partner);
            control = outbox.control(who);
            draft = writers.get(who.voice()).write(who, saying, control).orElseThrow();
        }
        String id = saying.document().getNumber() + "-" + control;
        outbox.send(told, who, id, draft, first.knownAtMicros());
    }

    private void speak(CarrierEvent said, long knownMicros)
            throws IOException, InterruptedException {
        String key = "carrier " + said.getEnvelope().getEventId();
        if (!outbox.again(key, knownMicros)) {
            String shipment = said.getEnvelope().getReferences().get(0).getValue();
            Correspondent who = cast.carrierOf(shipment);
            Draft draft = Statuses.write(who, said, outbox.control(who));
            outbox.send(Set.of(key), who, said.getEnvelope().getEventId(), draft, knownMicros);
        }
    }

    /** Promises that nothing that is known before a time is said from now on; microseconds. */
    public void promise(long micros) {
        clock.publish(List.of(), micros);
    }

    /** How many promises were written. */
    public long promises() {
        return clock.heartbeats();
    }

    /** How many records lie in the topic of what comes in. */
    public long inboundRecords() throws IOException {
        return orders.inboundRecords();
    }

    /**
     * What went to and fro.
     *
     * @param events those of suppliers and carriers, as the topics have them
     */
    public PartnerFigures figures(List<TimedEvent> events) throws IOException {
        for (TimedEvent event : events) {
            if (event.value() instanceof SupplierEvent said) {
                books.heard(said);
            } else if (event.value() instanceof CarrierEvent said) {
                books.heard(said);
            }
        }
        return new PartnerFigures(
                orders.pieces(),
                outbox.byFormat(),
                outbox.repeated(),
                books.said(),
                books.heard(),
                orders.orders(),
                orders.documents() - orders.orders(),
                systems.acknowledged());
    }

    /** Lines of text with what got lost between partners and us; asked for after the figures. */
    public List<String> differences() {
        List<String> lines = new ArrayList<>(books.differences());
        lines.addAll(systems.differences());
        return lines;
    }

    @Override
    public void close() throws IOException {
        orders.close();
        intake.close();
        clock.close();
    }
}
