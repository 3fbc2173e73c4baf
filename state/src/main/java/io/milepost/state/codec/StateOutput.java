package io.milepost.state.codec;

import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/**
 * Writes the few shapes that state is made of: variable-length numbers, texts, decimals, codes. An
 * output that cannot be written to is a fault of the state backend and fails the task, hence
 * unchecked.
 */
public final class StateOutput {

    private final DataOutput out;

    /** Writes to the given output. */
    public StateOutput(DataOutput out) {
        this.out = out;
    }

    /** A small code, 0 to 255. */
    public void code(int code) {
        try {
            out.writeByte(code);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A yes or no. */
    public void flag(boolean flag) {
        code(flag ? 1 : 0);
    }

    /** A number, in as few bytes as it needs; zigzag, so that small negative ones stay short. */
    public void number(long number) {
        long rest = (number << 1) ^ (number >> 63);
        try {
            while ((rest & ~0x7FL) != 0) {
                out.writeByte((int) ((rest & 0x7F) | 0x80));
                rest >>>= 7;
            }
            out.writeByte((int) rest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text or {@code null}. */
    public void text(String text) {
        if (text == null) {
            number(-1);
            return;
        }
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Texts, none of them {@code null}, in their order. */
    public void texts(Collection<String> texts) {
        number(texts.size());
        texts.forEach(this::text);
    }

    /** Bytes with their length. */
    public void bytes(byte[] bytes) {
        number(bytes.length);
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A decimal or {@code null}. */
    public void decimal(BigDecimal decimal) {
        if (decimal == null) {
            code(0);
            return;
        }
        BigInteger unscaled = decimal.unscaledValue();
        if (unscaled.bitLength() < Long.SIZE) {
            code(1);
            number(decimal.scale());
            number(unscaled.longValue());
        } else {
            code(2);
            number(decimal.scale());
            bytes(unscaled.toByteArray());
        }
    }
}
