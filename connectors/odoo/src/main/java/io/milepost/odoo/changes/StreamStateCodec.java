package io.milepost.odoo.changes;

import io.milepost.events.OdooOrderLine;
import io.milepost.schemas.TrustedEvents;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;

/**
 * Bytes of a {@link StreamState}: a version in the first byte, the rest deflated. Lines carry the
 * schema that they were written with once for all, so that a later release reads them.
 */
public final class StreamStateCodec {

    /** The version that is written. */
    public static final int VERSION = 1;

    static {
        TrustedEvents.trust();
    }

    private StreamStateCodec() {}

    /** Writes a state. */
    public static byte[] write(StreamState state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(VERSION);
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (DataOutputStream out =
                new DataOutputStream(new DeflaterOutputStream(bytes, fast, 8192))) {
            out.writeUTF(state.stream().name());
            out.writeUTF(state.origin().instance());
            out.writeLong(state.origin().company());
            write(out, state.cursor());
            out.writeInt(state.seen().size());
            for (Map.Entry<Seen.Key, Seen> each : state.seen().entrySet()) {
                out.writeByte(each.getKey().kind().ordinal());
                out.writeLong(each.getKey().id());
                out.writeLong(each.getValue().hash());
                out.writeLong(each.getValue().version());
            }
            writeBytes(
                    out,
                    OdooOrderLine.getClassSchema().toString().getBytes(StandardCharsets.UTF_8));
            out.writeInt(state.lines().size());
            for (OdooOrderLine line : state.lines()) {
                writeBytes(out, Contents.encode(line));
            }
            out.writeLong(state.sweptTo());
        } finally {
            fast.end();
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Cursor cursor) throws IOException {
        out.writeLong(cursor.complete());
        out.writeLong(cursor.readTo());
        out.writeBoolean(cursor.window() != null);
        if (cursor.window() != null) {
            out.writeLong(cursor.window().from());
            out.writeLong(cursor.window().to());
            out.writeLong(cursor.window().complete());
        }
        out.writeInt(cursor.model());
        out.writeLong(cursor.lastId());
    }

    private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /**
     * Reads a state.
     *
     * @throws IOException if the bytes are of a version that this release does not know, or broken
     */
    public static StreamState read(byte[] bytes) throws IOException {
        if (bytes.length == 0 || bytes[0] != VERSION) {
            throw new IOException(
                    "state of an Odoo stream: expected version "
                            + VERSION
                            + " but found "
                            + (bytes.length == 0 ? "nothing" : bytes[0]));
        }
        ByteArrayInputStream rest = new ByteArrayInputStream(bytes, 1, bytes.length - 1);
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(rest))) {
            ChangeStream stream = ChangeStream.valueOf(in.readUTF());
            Origin origin = new Origin(in.readUTF(), in.readLong());
            Cursor cursor = readCursor(in);
            Map<Seen.Key, Seen> seen = new LinkedHashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                Seen.Key key = new Seen.Key(EntityKind.values()[in.readByte()], in.readLong());
                seen.put(key, new Seen(in.readLong(), in.readLong()));
            }
            return new StreamState(stream, origin, cursor, seen, readLines(in), in.readLong());
        }
    }

    private static Cursor readCursor(DataInputStream in) throws IOException {
        long complete = in.readLong();
        long readTo = in.readLong();
        Cursor.Window window =
                in.readBoolean()
                        ? new Cursor.Window(in.readLong(), in.readLong(), in.readLong())
                        : null;
        return new Cursor(complete, readTo, window, in.readInt(), in.readLong());
    }

    private static List<OdooOrderLine> readLines(DataInputStream in) throws IOException {
        Schema writer =
                new Schema.Parser()
                        .parse(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
        SpecificDatumReader<OdooOrderLine> reader =
                new SpecificDatumReader<>(writer, OdooOrderLine.getClassSchema());
        List<OdooOrderLine> lines = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            BinaryDecoder decoder =
                    DecoderFactory.get().binaryDecoder(in.readNBytes(in.readInt()), null);
            lines.add(reader.read(null, decoder));
        }
        return lines;
    }
}
