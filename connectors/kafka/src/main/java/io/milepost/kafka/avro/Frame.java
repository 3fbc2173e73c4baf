package io.milepost.kafka.avro;

import java.io.ByteArrayOutputStream;

/** The Confluent frame before every Avro value: a zero byte, then the schema id in four bytes. */
public final class Frame {

    /** Length of the frame in bytes; the Avro value follows. */
    static final int LENGTH = 5;

    private static final int MAGIC = 0;

    private Frame() {}

    /** Whether the bytes begin with a frame; {@code null} does not. */
    public static boolean isFramed(byte[] bytes) {
        return bytes != null && bytes.length >= LENGTH && bytes[0] == MAGIC;
    }

    /** The schema id of framed bytes. */
    public static int schemaId(byte[] framed) {
        return ((framed[1] & 0xff) << 24)
                | ((framed[2] & 0xff) << 16)
                | ((framed[3] & 0xff) << 8)
                | (framed[4] & 0xff);
    }

    /** Writes a frame. */
    static void write(int schemaId, ByteArrayOutputStream out) {
        out.write(MAGIC);
        out.write(schemaId >>> 24);
        out.write(schemaId >>> 16);
        out.write(schemaId >>> 8);
        out.write(schemaId);
    }

    /** What is wrong with bytes that are not framed: expected and found. */
    static String complaint(byte[] bytes) {
        if (bytes.length < LENGTH) {
            return "expected at least "
                    + LENGTH
                    + " bytes (a zero byte and a schema id) but found "
                    + bytes.length;
        }
        return "expected the first byte to be 0x00 but found " + String.format("0x%02x", bytes[0]);
    }
}
