package io.milepost.odoo.changes;

import io.milepost.events.OdooOrderLine;
import io.milepost.events.OrderState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;

/**
 * Remembers everything that was told. Lines lie under the fingerprint of the schema that they were
 * written with, and each such schema once, so that a later release reads them.
 */
final class KeptMemory implements Memory {

    private static final Schema SCHEMA = OdooOrderLine.getClassSchema();
    private static final long FINGERPRINT = SchemaNormalization.parsingFingerprint64(SCHEMA);

    private final Keep keep;
    private final String prefix;

    /**
     * @param company whose; lines of an order are found by it alone
     */
    KeptMemory(Keep keep, long company) {
        this.keep = keep;
        this.prefix = "told/" + company + "/";
    }

    @Override
    public Seen seen(Seen.Key key) {
        byte[] bytes = keep.get(seenKey(key));
        if (bytes == null) {
            return null;
        }
        long[] both = KeptRows.longs(bytes);
        return new Seen(both[0], both[1]);
    }

    @Override
    public void told(Seen.Key key, Seen what) {
        keep.put(seenKey(key), KeptRows.bytes(new long[] {what.hash(), what.version()}));
    }

    @Override
    public void told(OdooOrderLine line) {
        boolean there = line.getOrderState() != OrderState.CANCELLED && !line.getCancelled();
        Set<Long> siblings = new TreeSet<>(linesOf(line.getOrderId()));
        if (there) {
            siblings.add(line.getLineId());
            keep.put(lineKey(line.getLineId()), bytes(line));
        } else {
            siblings.remove(line.getLineId());
            keep.remove(lineKey(line.getLineId()));
        }
        String key = prefix + "lines-of/" + line.getOrderId();
        if (siblings.isEmpty()) {
            keep.remove(key);
        } else {
            keep.put(key, KeptRows.bytes(siblings.stream().mapToLong(Long::longValue).toArray()));
        }
    }

    @Override
    public OdooOrderLine line(long id) {
        byte[] bytes = keep.get(lineKey(id));
        if (bytes == null) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        Schema written = schema(buffer.getLong());
        try {
            return new SpecificDatumReader<OdooOrderLine>(written, SCHEMA)
                    .read(
                            null,
                            DecoderFactory.get()
                                    .binaryDecoder(
                                            bytes, buffer.position(), buffer.remaining(), null));
        } catch (IOException e) {
            throw new UncheckedIOException("line " + id + ": what was told cannot be read", e);
        }
    }

    @Override
    public Set<Long> linesOf(long order) {
        Set<Long> lines = new TreeSet<>();
        for (long line : KeptRows.longs(keep.get(prefix + "lines-of/" + order))) {
            lines.add(line);
        }
        return lines;
    }

    private byte[] bytes(OdooOrderLine line) {
        String schemaKey = schemaKey(FINGERPRINT);
        if (keep.get(schemaKey) == null) {
            keep.put(schemaKey, SCHEMA.toString().getBytes(StandardCharsets.UTF_8));
        }
        byte[] event = Contents.encode(line);
        return ByteBuffer.allocate(Long.BYTES + event.length)
                .putLong(FINGERPRINT)
                .put(event)
                .array();
    }

    private Schema schema(long fingerprint) {
        if (fingerprint == FINGERPRINT) {
            return SCHEMA;
        }
        String text = new String(keep.get(schemaKey(fingerprint)), StandardCharsets.UTF_8);
        return new Schema.Parser().parse(text);
    }

    private String seenKey(Seen.Key key) {
        return prefix + key.kind() + "/" + key.id();
    }

    private String lineKey(long id) {
        return prefix + "line/" + id;
    }

    private static String schemaKey(long fingerprint) {
        return "schema/" + Long.toHexString(fingerprint);
    }
}
