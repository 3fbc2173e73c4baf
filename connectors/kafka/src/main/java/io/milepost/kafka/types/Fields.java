package io.milepost.kafka.types;

import io.milepost.kafka.RecordHeader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** How the parts of a Kafka record are laid out in Flink's channels and state. */
public final class Fields {

    private static final int ABSENT = -1;

    private Fields() {}

    /** Writes bytes after their length; {@code null} has the length -1. */
    public static void writeBytes(byte[] bytes, DataOutputView out) throws IOException {
        if (bytes == null) {
            out.writeInt(ABSENT);
        } else {
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    /** Reads what {@link #writeBytes} wrote. */
    public static byte[] readBytes(DataInputView in) throws IOException {
        int length = in.readInt();
        if (length == ABSENT) {
            return null;
        }
        if (length < 0) {
            throw new IOException("length of bytes: must be -1 or more but was " + length);
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    /**
     * Writes text as UTF-8 after its length: {@code writeUTF} ends at 64 KiB, header names do not.
     */
    public static void writeText(String text, DataOutputView out) throws IOException {
        writeBytes(text.getBytes(StandardCharsets.UTF_8), out);
    }

    /** Reads what {@link #writeText} wrote. */
    public static String readText(DataInputView in) throws IOException {
        return new String(readBytes(in), StandardCharsets.UTF_8);
    }

    /** Writes headers in their order. */
    public static void writeHeaders(List<RecordHeader> headers, DataOutputView out)
            throws IOException {
        out.writeInt(headers.size());
        for (RecordHeader header : headers) {
            writeText(header.name(), out);
            writeBytes(header.value(), out);
        }
    }

    /** Reads what {@link #writeHeaders} wrote. */
    public static List<RecordHeader> readHeaders(DataInputView in) throws IOException {
        int count = in.readInt();
        if (count == 0) {
            return List.of();
        }
        List<RecordHeader> headers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            headers.add(new RecordHeader(readText(in), readBytes(in)));
        }
        return headers;
    }
}
