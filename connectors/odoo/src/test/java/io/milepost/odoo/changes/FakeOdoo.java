package io.milepost.odoo.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.odoo.client.Failure;
import io.milepost.odoo.client.OdooCall;
import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.client.OdooException;
import io.milepost.odoo.client.OdooJson;
import io.milepost.odoo.client.OdooVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Tables with transactions as Odoo has them: a row is stamped with the start of its transaction and
 * can be seen once that has committed; times go out in whole seconds and come in with microseconds.
 */
final class FakeOdoo implements OdooClient {

    private final Map<String, Map<Long, ObjectNode>> tables = new TreeMap<>();
    private final List<Transaction> open = new ArrayList<>();
    private final List<OdooCall> calls = new ArrayList<>();
    private final int series;
    private long clock = OdooTimes.micros("2026-03-01 08:00:00");
    private OdooException failure;

    /** To be done after the answer of a call was made, before the next one. */
    private Runnable afterNextCall = () -> {};

    FakeOdoo(int series) {
        this.series = series;
    }

    /** Rows that were written and are not seen yet. */
    final class Transaction {
        private final long start = clock;
        private final List<Runnable> writes = new ArrayList<>();

        Transaction put(String model, long id, Map<String, ?> values) {
            writes.add(() -> write(model, id, values, start));
            return this;
        }

        Transaction remove(String model, long id) {
            writes.add(() -> table(model).remove(id));
            return this;
        }

        void commit() {
            writes.forEach(Runnable::run);
            open.remove(this);
        }
    }

    Transaction begin() {
        Transaction transaction = new Transaction();
        open.add(transaction);
        return transaction;
    }

    /** A transaction that is over at once. */
    void put(String model, long id, Map<String, ?> values) {
        pass(1);
        begin().put(model, id, values).commit();
    }

    void remove(String model, long id) {
        pass(1);
        begin().remove(model, id).commit();
    }

    void pass(long micros) {
        clock += micros;
    }

    /** What the server action says: no open transaction is older. */
    Horizon horizon() {
        long oldest = open.stream().mapToLong(each -> each.start).min().orElse(clock);
        return new Horizon(oldest, oldest, clock - oldest);
    }

    /** What reading by time alone takes for one. */
    Horizon naive() {
        return new Horizon(clock, clock, 0);
    }

    /** What is read early when a transaction has been open for too long. */
    Horizon impatient() {
        return new Horizon(horizon().completeMicros(), clock, 0);
    }

    /** With what the server action says of the newest writes, asked for when it is needed. */
    HorizonSource frugal() {
        return new HorizonSource() {
            private Newest newest;

            @Override
            public Horizon now() {
                newest = null;
                return horizon();
            }

            @Override
            public Newest newest() {
                newest = newest == null ? newestWrites() : newest;
                return newest;
            }
        };
    }

    /** When each table was written last, as far as is committed. */
    Newest newestWrites() {
        Map<String, Long> newest = new TreeMap<>();
        for (ChangeStream stream : ChangeStream.values()) {
            for (String model : stream.models()) {
                long last =
                        table(model).values().stream()
                                .mapToLong(row -> OdooTimes.micros(row.path("write_date").asText()))
                                .max()
                                .orElse(0);
                newest.put(model, last);
            }
        }
        return new Newest(newest);
    }

    void failNext(Failure kind) {
        failure = new OdooException(kind, null, "on purpose", null, null);
    }

    void afterNextCall(Runnable action) {
        afterNextCall = action;
    }

    List<OdooCall> calls() {
        return calls;
    }

    private Map<Long, ObjectNode> table(String model) {
        return tables.computeIfAbsent(model, any -> new TreeMap<>());
    }

    private void write(String model, long id, Map<String, ?> values, long at) {
        ObjectNode row = table(model).computeIfAbsent(id, any -> OdooJson.object().put("id", id));
        values.forEach((field, value) -> row.set(field, OdooJson.node(value)));
        row.put("write_date", OdooTimes.text(at));
    }

    @Override
    public OdooVersion version() {
        return new OdooVersion(series, series + ".0");
    }

    @Override
    public JsonNode call(OdooCall call) throws OdooException {
        calls.add(call);
        if (failure != null) {
            OdooException now = failure;
            failure = null;
            throw now;
        }
        JsonNode answer = answer(call);
        Runnable action = afterNextCall;
        afterNextCall = () -> {};
        action.run();
        return answer;
    }

    private JsonNode answer(OdooCall call) throws OdooException {
        switch (call.method()) {
            case "fields_get":
                if (!tables.containsKey(call.model())) {
                    throw refused("Object " + call.model() + " doesn't exist");
                }
                ObjectNode fields = OdooJson.object();
                table(call.model())
                        .values()
                        .forEach(row -> row.fieldNames().forEachRemaining(fields::putObject));
                return fields;
            case "get_external_id":
                ObjectNode ids = OdooJson.object();
                for (Long id : call.ids()) {
                    ids.set(id.toString(), table(call.model()).get(id).path("xmlid"));
                }
                return ids;
            case "search_read":
                if (series < 17
                        && call.model().equals("account.move.line")
                        && call.options().containsKey("load")) {
                    // As an Odoo 16 answers.
                    throw refused(
                            "AccountMoveLine.search_read() got an unexpected keyword argument"
                                    + " 'load'");
                }
                return search(call, row -> shown(row, call.options().get("fields")));
            case "search":
                return search(call, row -> row.get("id"));
            case "read":
                ArrayNode read = OdooJson.array();
                for (Long id : call.ids()) {
                    read.add(shown(table(call.model()).get(id), call.options().get("fields")));
                }
                return read;
            default:
                throw refused("The method '" + call.method() + "' does not exist");
        }
    }

    private static OdooException refused(String message) {
        return new OdooException(Failure.REFUSED, null, message, null, null);
    }

    private ArrayNode search(OdooCall call, Function<ObjectNode, JsonNode> shown)
            throws OdooException {
        ArrayNode found = OdooJson.array();
        int limit = call.options().getOrDefault("limit", OdooJson.node(1_000_000)).intValue();
        for (ObjectNode row : table(call.model()).values()) {
            boolean fits = true;
            for (JsonNode condition : call.arguments().get("domain")) {
                fits &= fits(call.model(), row, condition);
            }
            if (fits && found.size() < limit) {
                found.add(shown.apply(row));
            }
        }
        return found;
    }

    private static ObjectNode shown(ObjectNode row, JsonNode fields) {
        ObjectNode shown = OdooJson.object();
        shown.set("id", row.get("id"));
        for (JsonNode field : fields) {
            JsonNode value = row.path(field.textValue());
            shown.set(field.textValue(), value.isMissingNode() ? OdooJson.node(false) : value);
        }
        if (shown.path("write_date").isTextual()) {
            shown.put("write_date", shown.get("write_date").textValue().substring(0, 19));
        }
        return shown;
    }

    private boolean fits(String model, ObjectNode row, JsonNode condition) throws OdooException {
        String field = condition.path(0).textValue();
        JsonNode wanted = condition.path(2);
        JsonNode value = value(model, row, field);
        switch (condition.path(1).textValue()) {
            case "=":
                return same(value, wanted);
            case "!=":
                return !same(value, wanted);
            case "in":
                for (JsonNode each : wanted) {
                    if (same(each, value)) {
                        return true;
                    }
                }
                return false;
            case ">":
                return value.longValue() > wanted.longValue();
            case ">=":
                return value.textValue().compareTo(moment(wanted)) >= 0;
            case "<":
                return value.textValue().compareTo(moment(wanted)) < 0;
            default:
                throw refused("Invalid operator in " + condition);
        }
    }

    /** From 19 on Odoo forgets the microseconds of a condition. */
    private String moment(JsonNode wanted) {
        String text = wanted.textValue();
        return version().comparesBySeconds() ? text.substring(0, 19) : text;
    }

    private static boolean same(JsonNode left, JsonNode right) {
        return left.isNumber() && right.isNumber()
                ? left.longValue() == right.longValue()
                : left.equals(right);
    }

    private JsonNode value(String model, ObjectNode row, String field) {
        if (model.equals("purchase.order.line") && field.equals("state")) {
            return table("purchase.order").get(row.path("order_id").longValue()).path("state");
        }
        JsonNode value = row.path(field);
        return value.isMissingNode() ? OdooJson.node(false) : value;
    }

    @Override
    public void close() {
        open.clear();
    }

    static Map<String, Object> values(Object... namesAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return values;
    }
}
