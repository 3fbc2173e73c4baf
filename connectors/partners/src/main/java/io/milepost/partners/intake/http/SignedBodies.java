package io.milepost.partners.intake.http;

import io.milepost.partners.intake.TooLongException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/**
 * Bodies that are held in memory until their signature is checked. Whoever sends them is nobody
 * that we know yet, so all of them together have so much room and no more, each takes of it only
 * what has really come, and each has only so much time to come.
 */
final class SignedBodies {

    private static final int CHUNK = 64 * 1024;

    private final int longest;
    private final Semaphore chunks;
    private final long patienceNanos;
    private final LongSupplier nanos;

    /**
     * @param longest how many bytes one body may have
     * @param together how many bytes all of them may have
     * @param patience how long one may take to come
     * @param nanos a clock that only goes forward, in nanoseconds
     */
    SignedBodies(int longest, long together, Duration patience, LongSupplier nanos) {
        this.longest = longest;
        chunks = new Semaphore(Math.toIntExact(Math.max(1, together / CHUNK)));
        patienceNanos = patience.toNanos();
        this.nanos = nanos;
    }

    /** A body whose room is given back when it is closed. */
    final class Held implements AutoCloseable {

        private final List<byte[]> read = new ArrayList<>();
        private int taken;
        private byte[] bytes = new byte[0];

        /** The whole body; not to be changed. */
        byte[] bytes() {
            return bytes;
        }

        private void fill(InputStream in)
                throws IOException, NoRoomException, TooSlowException, TooLongException {
            long begun = nanos.getAsLong();
            int length = 0;
            int last = CHUNK;
            while (true) {
                if (last == CHUNK) {
                    read.add(room());
                    last = 0;
                }
                byte[] chunk = read.get(read.size() - 1);
                int more = in.read(chunk, last, CHUNK - last);
                if (more < 0) {
                    bytes = joined(length);
                    return;
                }
                last += more;
                length += more;
                if (length > longest) {
                    throw new TooLongException(longest);
                }
                if (nanos.getAsLong() - begun > patienceNanos) {
                    throw new TooSlowException();
                }
            }
        }

        private byte[] room() throws NoRoomException {
            if (!chunks.tryAcquire()) {
                throw new NoRoomException();
            }
            taken++;
            return new byte[CHUNK];
        }

        private byte[] joined(int length) {
            byte[] whole = new byte[length];
            for (int i = 0; i < read.size(); i++) {
                int from = i * CHUNK;
                System.arraycopy(read.get(i), 0, whole, from, Math.min(CHUNK, length - from));
            }
            read.clear();
            return whole;
        }

        @Override
        public void close() {
            chunks.release(taken);
            taken = 0;
            bytes = new byte[0];
        }
    }

    /**
     * Reads a body to its end.
     *
     * @throws TooLongException if it is longer than one may be
     * @throws NoRoomException if all of them together would be
     * @throws TooSlowException if it does not come within its time
     */
    Held read(InputStream in)
            throws IOException, NoRoomException, TooSlowException, TooLongException {
        Held held = new Held();
        boolean whole = false;
        try {
            held.fill(in);
            whole = true;
            return held;
        } finally {
            if (!whole) {
                held.close();
            }
        }
    }

    /** As much is held as may be. */
    static final class NoRoomException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** A body does not come. */
    static final class TooSlowException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
