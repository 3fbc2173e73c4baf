package io.milepost.odoo.changes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.odoo.changes.CaptureStep.Became;
import io.milepost.odoo.changes.CapturedRecord.Kind;
import io.milepost.odoo.client.OdooException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * Makes events of change records that Debezium took from Odoo's database: the same that are made of
 * what the API says. The records are to come in the order in which they were written, all tables in
 * one line with the marks of their transactions; some may come again.
 *
 * <p>Records of a transaction are gathered until its end and then folded: of each row only the last
 * image counts. The rows that events need are kept, so that one that did not change is there when
 * another that belongs to it does. All that is remembered lies in a {@link Keep}; a reader that is
 * made of it goes on where this one stood. Not safe for several threads.
 */
public final class CaptureReader {

    /** So many orders, moves or bill lines are told in one step. */
    private static final int AT_ONCE = 200;

    private static final String MARK = "mark";

    /** Of whose rows events are told; of all others only because of these. */
    private static final Set<String> TOLD =
            Set.of("purchase.order", "purchase.order.line", "stock.move", "account.move.line");

    private final String instance;
    private final LongPredicate companies;
    private final String language;
    private final boolean folds;
    private final Keep keep;
    private final KeptRows rows;
    private final Gathering gathering;
    private final ToTell toTell;
    private CaptureMark mark;
    private long promised;

    /**
     * A reader that goes on from what is kept.
     *
     * @param instance name of the Odoo instance in the line keys
     * @param companies whose changes are told, by database id
     * @param language whose words are taken of translated names
     */
    public CaptureReader(String instance, LongPredicate companies, String language, Keep keep) {
        this(instance, companies, language, keep, true);
    }

    /**
     * @param folds false to tell each record by itself, for tests of what that does
     */
    CaptureReader(
            String instance, LongPredicate companies, String language, Keep keep, boolean folds) {
        Origin.check(instance, 1);
        this.instance = instance;
        this.companies = companies;
        this.language = language;
        this.folds = folds;
        this.keep = keep;
        this.rows = new KeptRows(keep);
        this.gathering = new Gathering(keep);
        this.toTell = new ToTell(keep);
    }

    /** Tables of Odoo's database that events are made of. */
    public static List<String> tables() {
        return CapturedTable.names();
    }

    /**
     * Takes the next record.
     *
     * @param value its value in Kafka; {@code null} for none
     */
    public CaptureStep take(byte[] value) {
        CaptureStep step = new CaptureStep();
        mark = CaptureMark.read(keep.get(MARK));
        try {
            take(CapturedRecord.read(value, language), step);
        } catch (UnmappableException e) {
            step.reject(e.getMessage());
        }
        return tell(step);
    }

    /** Tells more of what the last step has left. */
    public CaptureStep tellMore() {
        mark = CaptureMark.read(keep.get(MARK));
        return tell(new CaptureStep());
    }

    private void take(CapturedRecord record, CaptureStep step) {
        if (record.kind() == Kind.BEGIN || record.kind() == Kind.CHANGE) {
            open(record, step);
        }
        switch (record.kind()) {
            case BEGIN, NOTHING -> step.count(Became.WITHOUT_EFFECT, 1);
            case CHANGE -> {
                gathering.add(mark, record);
                step.count(Became.WAIT_BEGAN, 1);
                if (!folds) {
                    fold(record, step);
                    mark.open = record.transaction();
                    mark.begun = true;
                }
            }
            case END -> end(record, step);
            case SNAPSHOT, SNAPSHOT_LAST -> {
                mark.snapshot = record.kind() == Kind.SNAPSHOT;
                mark.clock = Math.max(mark.clock, record.micros());
                apply(List.of(image(record)), true, step);
            }
            case READ_AGAIN -> apply(List.of(image(record)), false, step);
            default -> throw new IllegalStateException("no such kind: " + record.kind());
        }
    }

    /** What was gathered of another transaction comes again, since the connector began anew. */
    private void open(CapturedRecord record, CaptureStep step) {
        mark.snapshot = false;
        if (!mark.open.equals(record.transaction())) {
            step.count(Became.WAIT_ENDED, mark.gathered);
            step.count(Became.DUPLICATE, mark.gathered);
            gathering.drop(mark);
            mark.open = record.transaction();
        }
        mark.begun |= record.kind() == Kind.BEGIN;
    }

    private void end(CapturedRecord end, CaptureStep step) {
        boolean open = mark.open.equals(end.transaction());
        if (end.position() != 0 && end.position() <= mark.committed) {
            step.count(Became.WAIT_ENDED, mark.gathered);
            step.count(Became.DUPLICATE, mark.gathered + 1);
            gathering.drop(mark);
            return;
        }
        boolean begun = open && mark.begun;
        mark.committed = Math.max(mark.committed, end.position());
        mark.clock = Math.max(mark.clock, end.micros());
        long found = fold(end, step);
        if (begun && found >= end.count() || !folds) {
            step.count(Became.WITHOUT_EFFECT, 1);
        } else {
            step.reject(
                    "transaction %s: expected its beginning and %d records but found %s and %d; what"
                                    .formatted(
                                            end.transaction(),
                                            end.count(),
                                            begun ? "it" : "no beginning",
                                            found)
                            + " there was of it has been told");
        }
    }

    private long fold(CapturedRecord record, CaptureStep step) {
        mark.clock = Math.max(mark.clock, record.micros());
        long waited = mark.gathered;
        Gathering.Folded folded = gathering.take(mark);
        step.count(Became.WAIT_ENDED, waited);
        step.count(Became.WITHOUT_EFFECT, waited - folded.images().size());
        apply(folded.images(), false, step);
        return folded.records();
    }

    private static Gathering.Image image(CapturedRecord record) {
        return new Gathering.Image(record.table(), record.id(), record.row(), record.kept());
    }

    /**
     * @param whole whether whole tables are read, so that only orders, moves and bill lines count:
     *     whatever else there is has to do with one of them
     */
    private void apply(List<Gathering.Image> images, boolean whole, CaptureStep step) {
        Map<String, List<Row>> changed = new LinkedHashMap<>();
        Map<String, Map<Long, Long>> companiesBefore = new HashMap<>();
        for (Gathering.Image image : images) {
            if (image.table() == null) {
                step.count(Became.WITHOUT_EFFECT, 1);
                continue;
            }
            String model = image.table().model();
            ObjectNode before = rows.row(model, image.id());
            ObjectNode after = complete(image, before);
            if (after == null ? before == null : after.equals(before)) {
                step.count(Became.WITHOUT_EFFECT, 1);
                continue;
            }
            step.count(Became.EFFECTIVE, 1);
            rows.put(image.table(), image.id(), after);
            List<Row> rowsOfModel = changed.computeIfAbsent(model, any -> new ArrayList<>());
            for (ObjectNode each : new ObjectNode[] {before, after}) {
                if (each != null) {
                    rowsOfModel.add(new Row(each));
                }
            }
            Long company = before == null ? null : new Row(before).ref("company_id");
            if (company != null) {
                companiesBefore
                        .computeIfAbsent(model, any -> new HashMap<>())
                        .put(image.id(), company);
            }
        }
        for (ChangeStream stream : ChangeStream.values()) {
            note(stream, changed, companiesBefore, whole);
        }
    }

    private static ObjectNode complete(Gathering.Image image, ObjectNode before) {
        ObjectNode row = image.row();
        if (row == null) {
            return null;
        }
        for (String name : image.kept()) {
            if (before != null && before.has(name)) {
                row.set(name, before.get(name));
            }
        }
        return image.table().needed().test(row) ? row : null;
    }

    private void note(
            ChangeStream stream,
            Map<String, List<Row>> changed,
            Map<String, Map<Long, Long>> companiesBefore,
            boolean whole) {
        KeptRecords all = new KeptRecords(rows, 0);
        Feed feed = feed(stream, new Origin(instance, 1), all);
        for (String model : stream.models()) {
            List<Row> of = changed.getOrDefault(model, List.of());
            if (of.isEmpty() || whole && !TOLD.contains(model)) {
                continue;
            }
            for (Long id : concerned(feed, model, of)) {
                Long company = company(stream, id, companiesBefore);
                if (company != null && companies.test(company)) {
                    toTell.add(mark, new ToTell.Item(stream, company, id));
                }
            }
        }
    }

    private Long company(ChangeStream stream, long id, Map<String, Map<Long, Long>> before) {
        String model = stream == ChangeStream.BILLS ? "account.move.line" : stream.models().get(0);
        ObjectNode row = rows.row(model, id);
        Long company = row == null ? null : new Row(row).ref("company_id");
        return company == null ? before.getOrDefault(model, Map.of()).get(id) : company;
    }

    private CaptureStep tell(CaptureStep step) {
        boolean told = false;
        if (!mark.snapshot) {
            Map<ChangeStream, Map<Long, List<Long>>> shares = new LinkedHashMap<>();
            for (ToTell.Item item : toTell.take(mark, AT_ONCE)) {
                shares.computeIfAbsent(item.stream(), any -> new LinkedHashMap<>())
                        .computeIfAbsent(item.company(), any -> new ArrayList<>())
                        .add(item.id());
            }
            shares.forEach(
                    (stream, byCompany) ->
                            byCompany.forEach((company, ids) -> tell(stream, company, ids, step)));
            told = true;
        }
        if (told && !ToTell.isEmpty(mark)) {
            step.more();
        } else if (told && mark.clock > promised) {
            step.promise(mark.clock);
            promised = mark.clock;
        }
        keep.put(MARK, mark.bytes());
        return step;
    }

    private void tell(ChangeStream stream, long company, List<Long> ids, CaptureStep step) {
        Origin origin = new Origin(instance, company);
        News news = new News(origin, new KeptMemory(keep, company), mark.clock);
        try {
            feed(stream, origin, new KeptRecords(rows, company)).tell(ids, news);
        } catch (OdooException e) {
            throw new IllegalStateException("kept rows cannot refuse", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while events were made", e);
        }
        step.told(news);
    }

    private static Collection<Long> concerned(Feed feed, String model, List<Row> changed) {
        try {
            return feed.concerned(model, changed);
        } catch (OdooException e) {
            throw new IllegalStateException("kept rows cannot refuse", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while changes were looked at", e);
        }
    }

    private static Feed feed(ChangeStream stream, Origin origin, Records records) {
        Names names = new Names(records, System::nanoTime);
        return switch (stream) {
            case ORDERS -> new OrderFeed(origin, records, names);
            case RECEIPTS -> new ReceiptFeed(origin, records, names);
            case BILLS -> new BillFeed(origin, records, names);
        };
    }
}
