package io.milepost.odoo.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** Rows of Odoo's database as they were last seen, with indexes to look them up by. */
final class KeptRows {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Keep keep;

    KeptRows(Keep keep) {
        this.keep = keep;
    }

    /** A row; {@code null} if there is none. */
    ObjectNode row(String model, long id) {
        return read(keep.get(key(model, id)));
    }

    /** Ids of the rows whose column has that value, in their order. */
    List<Long> ids(String model, String column, long value) {
        return Arrays.stream(longs(keep.get(indexKey(model, column, value)))).boxed().toList();
    }

    /**
     * Takes a row as it is now.
     *
     * @param row {@code null} if it is gone
     */
    void put(CapturedTable table, long id, ObjectNode row) {
        ObjectNode before = row(table.model(), id);
        for (String column : table.indexed()) {
            Long was = value(before, column);
            Long is = value(row, column);
            if (was != null && !was.equals(is)) {
                move(indexKey(table.model(), column, was), id, false);
            }
            if (is != null && !is.equals(was)) {
                move(indexKey(table.model(), column, is), id, true);
            }
        }
        if (row == null) {
            keep.remove(key(table.model(), id));
        } else {
            keep.put(key(table.model(), id), bytes(row));
        }
    }

    private void move(String key, long id, boolean in) {
        long[] ids = longs(keep.get(key));
        int place = Arrays.binarySearch(ids, id);
        if (place >= 0 == in) {
            return;
        }
        int at = place >= 0 ? place : -place - 1;
        long[] next = new long[in ? ids.length + 1 : ids.length - 1];
        System.arraycopy(ids, 0, next, 0, at);
        if (in) {
            next[at] = id;
            System.arraycopy(ids, at, next, at + 1, ids.length - at);
        } else {
            System.arraycopy(ids, at + 1, next, at, next.length - at);
        }
        if (next.length == 0) {
            keep.remove(key);
        } else {
            keep.put(key, bytes(next));
        }
    }

    private static Long value(JsonNode row, String column) {
        return row == null ? null : new Row(row).ref(column);
    }

    private static String key(String model, long id) {
        return "row/" + model + "/" + id;
    }

    private static String indexKey(String model, String column, long value) {
        return "index/" + model + "/" + column + "/" + value;
    }

    static byte[] bytes(ObjectNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
    }

    static ObjectNode read(byte[] bytes) {
        try {
            return bytes == null ? null : (ObjectNode) JSON.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("expected what was kept but found something else", e);
        }
    }

    static byte[] bytes(long[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Long.BYTES);
        bytes.asLongBuffer().put(numbers);
        return bytes.array();
    }

    static long[] longs(byte[] bytes) {
        if (bytes == null) {
            return new long[0];
        }
        long[] numbers = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(numbers);
        return numbers;
    }
}
