package io.milepost.local.odoo;

import io.milepost.local.feed.Micros;
import io.milepost.local.feed.TimedEvent;
import io.milepost.schemas.TrustedEvents;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * The story in the time of the world: what took days takes seconds, as long as the steps take to be
 * played. Dates that lie ahead, planned and promised ones, stay as many days ahead.
 */
final class WorldTimes implements StoryTimes {

    static {
        TrustedEvents.trust();
    }

    private static final String PROMISE = "promisedAt";

    /** A stretch of the story and when it was in the world. */
    private record Piece(long from, long to, long worldFrom, long worldTo) {
        long world(long at) {
            double share = to == from ? 1 : (double) (at - from) / (to - from);
            return worldFrom + (long) ((worldTo - worldFrom) * Math.min(1, share));
        }
    }

    private final LongSupplier world;
    private final TreeMap<Long, Piece> pieces = new TreeMap<>();
    private final Map<String, Long> days = new HashMap<>();
    private final Map<String, String> orders = new HashMap<>();
    private long storyEnd;
    private long worldEnd;
    private long lastDays;

    /**
     * @param storyMicros when the story starts
     * @param world the time of the world, microseconds since the epoch
     */
    WorldTimes(long storyMicros, LongSupplier world) {
        this.world = world;
        this.storyEnd = storyMicros;
        this.worldEnd = millis(world.getAsLong());
    }

    @Override
    public Deed of(Deed deed, long atMicros) {
        if (deed instanceof Deed.WriteOrder it) {
            lastDays = Micros.startOfDay(world.getAsLong()) - Micros.startOfDay(atMicros);
            days.put(it.name(), lastDays);
            it.lines().forEach(line -> orders.put(line.key(), it.name()));
            List<Deed.NewLine> lines =
                    it.lines().stream()
                            .map(
                                    line ->
                                            new Deed.NewLine(
                                                    line.key(),
                                                    line.vendorItem(),
                                                    line.ownItem(),
                                                    line.gtin(),
                                                    line.category(),
                                                    line.unit(),
                                                    line.quantity(),
                                                    line.price(),
                                                    ahead(line.planned(), lastDays)))
                            .toList();
            return new Deed.WriteOrder(
                    it.name(), it.vendor(), it.warehouse(), it.incoterm(), it.currency(), lines);
        } else if (deed instanceof Deed.ChangeDate it) {
            return new Deed.ChangeDate(it.line(), ahead(it.planned(), daysOf(it.line())));
        } else if (deed instanceof Deed.Receive it) {
            return new Deed.Receive(it.line(), it.quantity(), null);
        } else if (deed instanceof Deed.EnterBill it) {
            return new Deed.EnterBill(
                    it.bill(),
                    it.line(),
                    it.number(),
                    it.quantity(),
                    it.price(),
                    it.currency(),
                    Micros.toInstant(world.getAsLong()).toString().substring(0, 10));
        }
        return deed;
    }

    @Override
    public long ends(long storyMicros) {
        long now = Math.max(worldEnd + 1_000, millis(world.getAsLong()));
        pieces.put(storyEnd, new Piece(storyEnd, storyMicros, worldEnd, now));
        storyEnd = storyMicros;
        worldEnd = now;
        return now;
    }

    @Override
    public TimedEvent of(TimedEvent event) {
        long known = past(event.knownAtMicros());
        SpecificRecordBase given = (SpecificRecordBase) event.value();
        SpecificRecordBase value = given.getSpecificData().deepCopy(given.getSchema(), given);
        retime(value, event.knownAtMicros(), daysOf(event.lineKey()));
        return new TimedEvent(event.topic(), event.key(), value, event.lineKey(), known, known);
    }

    private void retime(SpecificRecord record, long known, long shift) {
        for (Schema.Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            if (value instanceof Instant time) {
                boolean ahead = field.name().equals(PROMISE) || Micros.of(time) > known;
                record.put(
                        field.pos(),
                        ahead ? ahead(time, shift) : Micros.toInstant(past(Micros.of(time))));
            } else if (value instanceof SpecificRecord inner) {
                retime(inner, known, shift);
            } else if (value instanceof List<?> items) {
                for (Object item : items) {
                    if (item instanceof SpecificRecord inner) {
                        retime(inner, known, shift);
                    }
                }
            }
        }
    }

    private long past(long at) {
        Map.Entry<Long, Piece> piece = pieces.floorEntry(at);
        return piece == null
                ? pieces.firstEntry().getValue().worldFrom()
                : piece.getValue().world(at);
    }

    private long daysOf(String line) {
        String order = line == null ? null : orders.get(line);
        return order == null ? lastDays : days.get(order);
    }

    private static Instant ahead(Instant time, long shift) {
        return Micros.toInstant(Micros.of(time) + shift);
    }

    /** Whole milliseconds, as clocks of jobs have them. */
    private static long millis(long micros) {
        return micros / 1_000 * 1_000;
    }
}
