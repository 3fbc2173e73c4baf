package io.milepost.odoo.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One record of Debezium's PostgreSQL connector, as Kafka Connect's JSON converter writes it, with
 * or without a schema around it.
 *
 * @param kind what it is
 * @param table whose row it is; {@code null} for none
 * @param id database id of the row
 * @param row what is kept of the row; {@code null} if it was deleted
 * @param kept columns whose value did not change and was too long to be sent again
 * @param position of the record in the database's log (LSN); of an end, of the commit
 * @param micros when the transaction was committed or the snapshot read; microseconds since 1970
 * @param transaction number of the transaction; {@code null} for none
 * @param count of an end, how many records the transaction has; of a change, which of them it is
 */
record CapturedRecord(
        Kind kind,
        CapturedTable table,
        long id,
        ObjectNode row,
        List<String> kept,
        long position,
        long micros,
        String transaction,
        long count) {

    /** What records there are. */
    enum Kind {
        /** A transaction begins. */
        BEGIN,
        /** A row of a transaction, or something else that is counted in it. */
        CHANGE,
        /** A transaction has ended. */
        END,
        /** A row as it was when the connector read the whole table. */
        SNAPSHOT,
        /** The last of those. */
        SNAPSHOT_LAST,
        /** A row that was read again while changes go on. */
        READ_AGAIN,
        /** Nothing that matters: the connector's heartbeat, what follows a deletion. */
        NOTHING
    }

    private static final String TOO_LONG = "__debezium_unavailable_value";

    private static final CapturedRecord NOTHING =
            new CapturedRecord(Kind.NOTHING, null, 0, null, List.of(), 0, 0, null, 0);

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads a record.
     *
     * @param value its value in Kafka; {@code null} for none
     * @param language whose words are taken of translated text
     * @throws UnmappableException if it is not such a record; the message says why, without values
     */
    static CapturedRecord read(byte[] value, String language) throws UnmappableException {
        if (value == null) {
            return NOTHING;
        }
        JsonNode record = payload(value);
        if (record.has("op")) {
            return change(record, language);
        } else if (record.has("status")) {
            return mark(record);
        } else if (record.size() == 1 && record.has("ts_ms")) {
            return NOTHING;
        }
        throw new UnmappableException(
                "expected a record of Debezium (op, status or ts_ms) but found fields "
                        + names(record));
    }

    private static JsonNode payload(byte[] value) throws UnmappableException {
        try {
            JsonNode read = JSON.readTree(value);
            if (read != null && read.isObject()) {
                return read.size() == 2 && read.has("schema") && read.has("payload")
                        ? read.get("payload")
                        : read;
            }
            throw new UnmappableException("expected a JSON object but found something else");
        } catch (IOException e) {
            throw new UnmappableException("expected JSON but found " + value.length + " bytes");
        }
    }

    private static CapturedRecord mark(JsonNode record) throws UnmappableException {
        boolean end = record.path("status").asText().equals("END");
        if (!end && !record.path("status").asText().equals("BEGIN")) {
            throw new UnmappableException("status: expected BEGIN or END but found another");
        }
        String[] id = record.path("id").asText().split(":", -1);
        return new CapturedRecord(
                end ? Kind.END : Kind.BEGIN,
                null,
                0,
                null,
                List.of(),
                id.length == 2 && !id[1].isEmpty() ? number("id", id[1]) : 0,
                record.path("ts_ms").longValue() * 1000,
                id[0],
                record.path("event_count").longValue());
    }

    private static CapturedRecord change(JsonNode record, String language)
            throws UnmappableException {
        JsonNode source = record.path("source");
        String op = record.path("op").asText();
        String snapshot = source.path("snapshot").asText("false");
        Kind kind = kind(op, snapshot);
        String transaction = record.path("transaction").path("id").asText("").split(":", -1)[0];
        if (kind == Kind.CHANGE && transaction.isEmpty()) {
            throw new UnmappableException(
                    "transaction: expected the transaction of the change but found none; the"
                            + " connector needs provide.transaction.metadata=true");
        }
        CapturedTable table = CapturedTable.named(source.path("table").asText());
        long id = 0;
        ObjectNode row = null;
        List<String> kept = new ArrayList<>();
        if (table != null) {
            boolean gone = op.equals("d");
            JsonNode image = record.path(gone ? "before" : "after");
            if (!image.path("id").isIntegralNumber()) {
                throw new UnmappableException(
                        table.model() + ": expected a row with its id but found none");
            }
            id = image.path("id").longValue();
            row = gone ? null : row(table, id, image, kept, language);
        }
        long micros = source.path("ts_us").longValue();
        return new CapturedRecord(
                kind,
                table,
                id,
                row,
                kept,
                source.path("lsn").longValue(),
                micros == 0 ? source.path("ts_ms").longValue() * 1000 : micros,
                transaction,
                record.path("transaction").path("total_order").longValue());
    }

    private static Kind kind(String op, String snapshot) throws UnmappableException {
        return switch (op) {
            case "c", "u", "d", "m" -> Kind.CHANGE;
            case "r" ->
                    switch (snapshot) {
                        case "last" -> Kind.SNAPSHOT_LAST;
                        case "incremental" -> Kind.READ_AGAIN;
                        default -> Kind.SNAPSHOT;
                    };
            case "t" ->
                    throw new UnmappableException(
                            "op: expected changes of rows but found a truncation, which cannot be"
                                    + " followed");
            default ->
                    throw new UnmappableException("op: expected c, u, d, r or m but found another");
        };
    }

    private static ObjectNode row(
            CapturedTable table, long id, JsonNode image, List<String> kept, String language)
            throws UnmappableException {
        ObjectNode row = JSON.createObjectNode().put("id", id);
        for (Map.Entry<String, CapturedColumn> column : table.columns().entrySet()) {
            String name = column.getKey();
            JsonNode value = image.path(name);
            if (value.isMissingNode() || value.isNull()) {
                continue;
            }
            if (value.isTextual() && value.textValue().equals(TOO_LONG)) {
                kept.add(name);
                continue;
            }
            try {
                JsonNode taken = column.getValue().of(value, language);
                if (!taken.isMissingNode()) {
                    row.set(name, taken);
                }
            } catch (IOException e) {
                throw new UnmappableException(
                        "%s,%d: %s: expected %s but found %s"
                                .formatted(
                                        table.model(),
                                        id,
                                        name,
                                        e.getMessage(),
                                        value.getNodeType()));
            }
        }
        return row;
    }

    private static long number(String what, String text) throws UnmappableException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new UnmappableException(what + ": expected txid:lsn but found something else");
        }
    }

    private static List<String> names(JsonNode record) {
        List<String> names = new ArrayList<>();
        record.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
