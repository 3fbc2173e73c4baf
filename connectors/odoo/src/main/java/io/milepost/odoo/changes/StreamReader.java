package io.milepost.odoo.changes;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.client.OdooException;
import io.milepost.odoo.client.OdooJson;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Reads one stream of one company, a step at a time. Between two steps {@link #state()} is all that
 * there is to know; a reader that is made of it goes on where this one stood. Not safe for several
 * threads.
 *
 * <p>Rows are found by windows of their {@code write_date}: from where everything is complete to
 * where the horizon allows, half-open, in microseconds, each window in pages by id. A row that is
 * written again while its window is read leaves it, and is in a later one. From Odoo 19 on, which
 * forgets the microseconds of a condition, windows begin and end with a second. What is told is
 * what a row says when it is read, unless it says what was told of it last.
 */
public final class StreamReader {

    private final Rows rows;
    private final Feed feed;
    private final HorizonSource horizons;
    private final ReaderSettings settings;
    private final ChangeStream stream;
    private final Origin origin;
    private final BoundedMemory memory;
    private final Sweep sweep;
    private final boolean bySeconds;

    private final Deque<Long> pending = new ArrayDeque<>();
    private final Set<Long> doneInWindow = new HashSet<>();
    private Cursor cursor;

    /** Where the cursor goes when what is pending has been told. */
    private Cursor afterPending;

    private boolean sweepsNext;
    private long lagMicros;

    /** A reader that goes on from a state. */
    public StreamReader(
            OdooClient client, HorizonSource horizons, ReaderSettings settings, StreamState state) {
        this(client, horizons, settings, state, System::nanoTime);
    }

    StreamReader(
            OdooClient client,
            HorizonSource horizons,
            ReaderSettings settings,
            StreamState state,
            LongSupplier nanos) {
        this.rows = new Rows(client, state.origin().company());
        this.bySeconds = client.version().comparesBySeconds();
        this.horizons = horizons;
        this.settings = settings;
        this.stream = state.stream();
        this.origin = state.origin();
        this.cursor = state.cursor();
        this.memory = new BoundedMemory(settings.remembered());
        state.seen().forEach(memory::told);
        state.lines().forEach(memory::told);
        this.sweep = new Sweep(rows, memory, settings.sweepEvery(), nanos, state.sweptTo());
        Names names = new Names(rows, nanos);
        this.feed =
                switch (stream) {
                    case ORDERS -> new OrderFeed(origin, rows, names);
                    case RECEIPTS -> new ReceiptFeed(origin, rows, names);
                    case BILLS -> new BillFeed(origin, rows, names);
                };
    }

    /** All that a reader has to know to go on from here. */
    public StreamState state() {
        return new StreamState(
                stream, origin, cursor, memory.allSeen(), memory.allLines(), sweep.at());
    }

    /** How far the horizon was behind the server's clock when it was last asked for. */
    public long horizonLagMicros() {
        return lagMicros;
    }

    /**
     * Takes one step: a few calls at the most. After a failure the same step may be taken again.
     *
     * @throws OdooException if Odoo refused, failed or did not answer
     * @throws InterruptedException if the thread was interrupted
     */
    public ChangeBatch step() throws OdooException, InterruptedException {
        if (!pending.isEmpty()) {
            return tellPending();
        }
        if (cursor.window() != null) {
            return readPage();
        }
        if (sweepsNext && stream == ChangeStream.ORDERS && sweep.isDue()) {
            sweepsNext = false;
            News news = new News(origin, memory, cursor.readTo());
            sweep.step(news);
            return batch(news, OptionalLong.empty());
        }
        sweepsNext = true;
        Horizon told = horizons.now();
        Horizon horizon = bySeconds ? told.inWholeSeconds() : told;
        lagMicros = horizon.lagMicros();
        if (horizon.readToMicros() <= cursor.readTo()) {
            return ChangeBatch.NOTHING;
        }
        cursor = cursor.open(horizon);
        return readPage();
    }

    private ChangeBatch readPage() throws OdooException, InterruptedException {
        Cursor next = cursor;
        while (isQuiet(next)) {
            next = next.nextModel();
        }
        if (next.model() >= stream.models().size()) {
            return advance(next);
        }
        cursor = next;
        return readModel();
    }

    /** Whether a model needs no look, because none of its rows was written in the window. */
    private boolean isQuiet(Cursor at) throws OdooException, InterruptedException {
        return at.model() < stream.models().size()
                && at.lastId() == 0
                && at.window().from() > 0
                && horizons.newest().nothingSince(stream.models().get(at.model()), from(at));
    }

    /** From where Odoo finds rows of a window; one of an earlier release may begin in a second. */
    private long from(Cursor at) {
        long from = at.window().from();
        return bySeconds ? OdooTimes.wholeSecond(from) : from;
    }

    private ChangeBatch readModel() throws OdooException, InterruptedException {
        String model = stream.models().get(cursor.model());
        List<String> fields = feed.fields(model);
        if (fields.isEmpty()) {
            return advance(cursor.nextModel());
        }
        List<Row> page = rows.search(model, fields, settings.page(), domain(model));
        Cursor next =
                page.size() < settings.page()
                        ? cursor.nextModel()
                        : cursor.after(page.get(page.size() - 1).id());
        for (Long id : feed.concerned(model, page)) {
            if (doneInWindow.add(id)) {
                pending.add(id);
            }
        }
        if (pending.isEmpty()) {
            return advance(next);
        }
        afterPending = next;
        return tellPending();
    }

    private ArrayNode domain(String model) {
        Cursor.Window window = cursor.window();
        List<Object> domain = new ArrayList<>(feed.conditions(model));
        if (window.from() > 0) {
            domain.add(List.of("write_date", ">=", OdooTimes.text(window.from())));
        }
        domain.add(List.of("write_date", "<", OdooTimes.text(window.to())));
        if (cursor.lastId() > 0) {
            domain.add(List.of("id", ">", cursor.lastId()));
        }
        return OdooJson.array(domain.toArray());
    }

    private ChangeBatch tellPending() throws OdooException, InterruptedException {
        List<Long> some = pending.stream().limit(feed.atOnce()).toList();
        News news = new News(origin, memory, cursor.window().to());
        feed.tell(some, news);
        // Only now, so that a failure leaves them to be told.
        some.forEach(id -> pending.remove());
        return pending.isEmpty() ? advance(afterPending, news) : batch(news, OptionalLong.empty());
    }

    private ChangeBatch advance(Cursor next) {
        return advance(next, new News(origin, memory, cursor.window().to()));
    }

    private ChangeBatch advance(Cursor next, News news) {
        cursor = next;
        // Of the first window the first model has told everything.
        boolean last = next.model() >= stream.models().size();
        if (last || next.window().from() == 0 && next.model() > 0) {
            cursor = next.close();
            doneInWindow.clear();
            return batch(news, OptionalLong.of(cursor.readTo()));
        }
        return batch(news, OptionalLong.empty());
    }

    private static ChangeBatch batch(News news, OptionalLong heartbeat) {
        return new ChangeBatch(
                List.copyOf(news.events()),
                List.copyOf(news.unmapped()),
                news.counts(),
                heartbeat,
                heartbeat.isPresent());
    }
}
