package io.milepost.state.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.events.AlertKind;
import io.milepost.events.QualityStatus;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ItemStateCodecTest {

    private static final HexFormat HEX = HexFormat.of();

    @Test
    void readsTheBytesOfTheFirstRelease() throws IOException {
        assertThat(read(released())).isEqualTo(ReleasedItem.item());
    }

    @Test
    void writesTheBytesOfTheFirstReleaseAsLongAsItsLayoutIsWritten() throws IOException {
        assertThat(ItemStateCodec.LAYOUT).isEqualTo(1);
        assertThat(HEX.formatHex(bytes(ReleasedItem.item()))).isEqualTo(HEX.formatHex(released()));
    }

    @Test
    void theReleasedItemHasSomethingInEveryField() throws ReflectiveOperationException {
        assertFilled(ReleasedItem.item(), ItemState.EMPTY);
        assertFilled(ReleasedItem.item().facts(), ItemFacts.NONE);
        assertFilled(ReleasedItem.item().told(), Told.NOTHING);
    }

    @Test
    void anEmptyItemComesBack() {
        assertThat(read(bytes(ItemState.EMPTY))).isEqualTo(ItemState.EMPTY);
    }

    @Test
    void refusesALaterLayout() {
        byte[] bytes = bytes(ItemState.EMPTY);
        bytes[0] = 2;

        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("state of an item: expected layout 1 but found 2");
    }

    @Test
    void refusesEveryTruncation() throws IOException {
        byte[] bytes = released();
        for (int length = 0; length < bytes.length; length++) {
            byte[] truncated = Arrays.copyOf(bytes, length);

            assertThatThrownBy(() -> read(truncated))
                    .as("%s of %s bytes", length, bytes.length)
                    .isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void constantsKeepTheirPlaces() {
        assertThat(names(QualityStatus.values()))
                .as("stored by place, append only")
                .startsWith("UNKNOWN", "APPROVED", "CONDITIONAL", "BLOCKED");
        assertThat(names(AlertKind.values()))
                .as("stored by place, append only")
                .startsWith(
                        "UNKNOWN",
                        "SLA_BREACH",
                        "FEED_SILENT",
                        "FACT_CONFLICT",
                        "SUPPLIER_OUT_OF_STOCK",
                        "PRICE_INCREASE",
                        "ITEM_BLOCKED");
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    private static void assertFilled(Record filled, Record empty)
            throws ReflectiveOperationException {
        for (RecordComponent component : filled.getClass().getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            assertThat(component.getAccessor().invoke(filled))
                    .as(component.getName())
                    .isNotEqualTo(component.getAccessor().invoke(empty));
        }
    }

    private static byte[] released() throws IOException {
        try (InputStream file =
                ItemStateCodecTest.class.getResourceAsStream("/io/milepost/state/v1/item.hex")) {
            String hex = new String(file.readAllBytes(), StandardCharsets.US_ASCII);
            return HEX.parseHex(hex.replaceAll("\\s", ""));
        }
    }

    private static byte[] bytes(ItemState state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ItemStateCodec.write(state, new StateOutput(new DataOutputStream(bytes)));
        return bytes.toByteArray();
    }

    private static ItemState read(byte[] bytes) {
        return ItemStateCodec.read(new StateInput(bytes));
    }
}
