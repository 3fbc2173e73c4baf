package io.milepost.partners.edi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a stream as symbols, a window of them at a time. Whatever the character set, the
 * characters that cut an interchange are found among bytes; what lies between goes on untouched.
 */
final class ByteSymbols implements Symbols {

    /** How far one can look ahead, in bytes. */
    static final int WINDOW = 4096;

    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;
    private boolean exhausted;
    private long taken;
    private int line = 1;
    private int column = 1;
    private boolean afterReturn;

    ByteSymbols(InputStream in) {
        this.in = in;
    }

    @Override
    public int peek(int ahead) throws IOException {
        if (start + ahead >= end && !fill(ahead + 1)) {
            return -1;
        }
        return buffer[start + ahead] & 0xFF;
    }

    private boolean fill(int wanted) throws IOException {
        if (wanted > WINDOW) {
            throw new IllegalArgumentException("ahead: must be below " + WINDOW);
        }
        while (end - start < wanted && !exhausted) {
            if (buffer.length - end < WINDOW) {
                System.arraycopy(buffer, start, buffer, 0, end - start);
                end -= start;
                start = 0;
            }
            int n = in.read(buffer, end, buffer.length - end);
            if (n < 0) {
                exhausted = true;
            } else {
                end += n;
            }
        }
        return end - start >= wanted;
    }

    @Override
    public void take() {
        int c = buffer[start++];
        taken++;
        if (c == '\n' && afterReturn) {
            afterReturn = false;
            return;
        }
        afterReturn = c == '\r';
        if (c == '\n' || c == '\r') {
            line++;
            column = 1;
        } else {
            column++;
        }
    }

    /** The coming bytes, at most so many, each as one character. */
    String window(int most) throws IOException {
        fill(Math.min(most, WINDOW));
        return new String(buffer, start, Math.min(most, end - start), StandardCharsets.ISO_8859_1);
    }

    /** How many bytes were taken. */
    long taken() {
        return taken;
    }

    @Override
    public int line() {
        return line;
    }

    @Override
    public int column() {
        return column;
    }
}
