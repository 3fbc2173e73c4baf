package io.milepost.partners.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.partners.intake.TooLongException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SignedBodiesTest {

    private static final int CHUNK = 64 * 1024;

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);
    private final SignedBodies bodies =
            new SignedBodies(3 * CHUNK, 4L * CHUNK, Duration.ofSeconds(30), nanos::get);

    @Test
    void aBodyIsReadAsItIsWhateverItsLength() throws Exception {
        for (int length : new int[] {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK}) {
            byte[] sent = new byte[length];
            new Random(length).nextBytes(sent);
            try (SignedBodies.Held held = bodies.read(new ByteArrayInputStream(sent))) {
                assertThat(held.bytes()).isEqualTo(sent);
            }
        }
    }

    @Test
    void allOfThemTogetherHaveSoMuchRoomWhichIsGivenBack() throws Exception {
        try (SignedBodies.Held held = bodies.read(bytes(2 * CHUNK))) {
            assertThat(held.bytes()).hasSize(2 * CHUNK);
            assertThatThrownBy(() -> bodies.read(bytes(2 * CHUNK)))
                    .isInstanceOf(SignedBodies.NoRoomException.class);
            bodies.read(bytes(10)).close();
        }
        bodies.read(bytes(3 * CHUNK)).close();
    }

    @Test
    void oneThatIsTooLongTakesNoRoom() throws Exception {
        for (int call = 0; call < 5; call++) {
            assertThatThrownBy(() -> bodies.read(bytes(3 * CHUNK + 1)))
                    .isInstanceOf(TooLongException.class);
        }
        bodies.read(bytes(3 * CHUNK)).close();
    }

    @Test
    void oneThatComesByteByByteIsGivenUp() {
        InputStream slow =
                new InputStream() {
                    @Override
                    public int read() {
                        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
                        return 'x';
                    }

                    @Override
                    public int read(byte[] buffer, int from, int length) {
                        buffer[from] = (byte) read();
                        return 1;
                    }
                };

        assertThatThrownBy(() -> bodies.read(slow))
                .isInstanceOf(SignedBodies.TooSlowException.class);
    }

    private static InputStream bytes(int length) {
        return new ByteArrayInputStream(new byte[length]);
    }
}
