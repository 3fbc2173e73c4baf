package io.milepost.state.codec;

import java.io.DataInput;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link StateOutput} wrote. */
public final class StateInput {

    private final Source source;

    /** Reads from the given input. */
    public StateInput(DataInput in) {
        this.source = new OfInput(in);
    }

    /**
     * Reads from the given bytes. State is read byte by byte, and a stream of bytes takes a lock
     * for each.
     */
    public StateInput(byte[] bytes) {
        this.source = new OfBytes(ByteBuffer.wrap(bytes));
    }

    /** A small code, 0 to 255. */
    public int code() {
        try {
            return source.next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A yes or no. */
    public boolean flag() {
        return code() != 0;
    }

    /** A number. */
    public long number() {
        long rest = 0;
        int shift = 0;
        int next;
        do {
            if (shift >= Long.SIZE) {
                throw new IllegalStateException(
                        "state: expected a number of at most 10 bytes but found a longer one");
            }
            next = code();
            rest |= (long) (next & 0x7F) << shift;
            shift += 7;
        } while ((next & 0x80) != 0);
        return (rest >>> 1) ^ -(rest & 1);
    }

    /** A number that counts things. */
    public int count() {
        return Math.toIntExact(number());
    }

    /** A text or {@code null}. */
    public String text() {
        int length = count();
        return length < 0 ? null : new String(exactly(length), StandardCharsets.UTF_8);
    }

    /** Texts. */
    public List<String> texts() {
        int count = count();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return texts;
    }

    /** Bytes with their length. */
    public byte[] bytes() {
        return exactly(count());
    }

    /** A decimal or {@code null}. */
    public BigDecimal decimal() {
        int form = code();
        if (form == 0) {
            return null;
        }
        int scale = count();
        return form == 1
                ? BigDecimal.valueOf(number(), scale)
                : new BigDecimal(new BigInteger(bytes()), scale);
    }

    /** The constant of an enum that was written by its ordinal. */
    public <E extends Enum<E>> E constant(E[] constants) {
        int code = code();
        if (code >= constants.length) {
            throw new IllegalStateException(
                    "state: expected one of "
                            + constants.length
                            + " constants of "
                            + constants[0].getDeclaringClass().getSimpleName()
                            + " but found code "
                            + code);
        }
        return constants[code];
    }

    private byte[] exactly(int length) {
        byte[] bytes = new byte[length];
        try {
            source.fill(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes;
    }

    private sealed interface Source {

        /** The next byte, 0 to 255. */
        int next() throws IOException;

        /** As many bytes as there is room for. */
        void fill(byte[] bytes) throws IOException;
    }

    private record OfInput(DataInput in) implements Source {

        @Override
        public int next() throws IOException {
            return in.readUnsignedByte();
        }

        @Override
        public void fill(byte[] bytes) throws IOException {
            in.readFully(bytes);
        }
    }

    private record OfBytes(ByteBuffer buffer) implements Source {

        @Override
        public int next() throws IOException {
            expect(1);
            return Byte.toUnsignedInt(buffer.get());
        }

        @Override
        public void fill(byte[] bytes) throws IOException {
            expect(bytes.length);
            buffer.get(bytes);
        }

        private void expect(int more) throws IOException {
            if (buffer.remaining() < more) {
                throw new EOFException(
                        "state: expected "
                                + more
                                + " more bytes at "
                                + buffer.position()
                                + " but found "
                                + buffer.remaining());
            }
        }
    }
}
