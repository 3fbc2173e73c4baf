package io.milepost.odoo.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.OdooOrderLine;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A state whose bytes an earlier release wrote is read by this one, value for value. */
class SavedStreamStateTest {

    private static final String FILE = "stream-state-1.bin";

    /** An order and another, with the window between them open. */
    private static StreamState state() throws Exception {
        FakeOdoo odoo = new FakeOdoo(18);
        ReaderSettings settings = new ReaderSettings(1, 100, Duration.ofMinutes(15));
        Shop shop = new Shop(odoo, odoo::horizon, settings, ChangeStream.ORDERS);
        shop.order(42);
        shop.order(43);
        odoo.pass(1);
        shop.step();
        return shop.reader().state();
    }

    @Test
    void theBytesOfTheFirstVersionAreRead() throws Exception {
        StreamState read;
        try (InputStream file = SavedStreamStateTest.class.getResourceAsStream(FILE)) {
            read = StreamStateCodec.read(file.readAllBytes());
        }

        assertThat(read.name()).isEqualTo("acme/1/ORDERS");
        assertThat(read.cursor())
                .isEqualTo(
                        new Cursor(
                                0,
                                0,
                                new Cursor.Window(0, 1772352000000015L, 1772352000000015L),
                                0,
                                42));
        assertThat(read.seen().keySet())
                .containsExactly(
                        new Seen.Key(EntityKind.LINE, 42), new Seen.Key(EntityKind.ORDER, 42));
        OdooOrderLine line = read.lines().iterator().next();
        assertThat(line.getOrderName()).isEqualTo("P42");
        assertThat(line.getCategory()).isEqualTo("All / Bolts");
        assertThat(line.getQuantity()).isEqualByComparingTo("100");
        assertThat(read.sweptTo()).isEqualTo(-1);
    }

    @Test
    @EnabledIfSystemProperty(named = "milepost.regenerate", matches = "true")
    void writesTheBytes() throws Exception {
        Path file =
                Path.of("src/test/resources")
                        .resolve(SavedStreamStateTest.class.getPackageName().replace('.', '/'))
                        .resolve(FILE);
        Files.createDirectories(file.getParent());
        Files.write(file, StreamStateCodec.write(state()));
    }
}
