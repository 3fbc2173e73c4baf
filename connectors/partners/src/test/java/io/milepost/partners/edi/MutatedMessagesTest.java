package io.milepost.partners.edi;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.message.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Damaged messages: nothing crashes or hangs, memory stays bounded, and a damage in one transaction
 * costs no other. The seed is printed with a failure. Profile {@code full} damages every real
 * message each time, not a few.
 */
class MutatedMessagesTest {

    private static final boolean FULL = Boolean.getBoolean("milepost.full");
    private static final int REAL_MESSAGES_A_TRY = 3;

    /** A message of a few kB takes some milliseconds; this is a hang, even on a busy machine. */
    private static final Duration HANG = Duration.ofSeconds(20);

    private static final List<byte[]> SAMPLES = new ArrayList<>();
    private static final List<byte[]> REAL = new ArrayList<>();

    @BeforeContainer
    static void load() throws IOException {
        SAMPLES.clear();
        REAL.clear();
        for (String name :
                List.of(
                        "855.x12",
                        "856.x12",
                        "810.x12",
                        "214.x12",
                        "997.x12",
                        "ORDRSP.edi",
                        "DESADV.edi",
                        "INVOIC.edi",
                        "IFTSTA.edi",
                        "CONTRL.edi")) {
            SAMPLES.add(Cut.sample(name));
        }
        for (String format : List.of("x12", "edifact")) {
            Optional<Path> folder = RealMessages.folder(format);
            if (folder.isPresent()) {
                for (Path file : RealMessages.files(folder.get())) {
                    REAL.add(Files.readAllBytes(file));
                }
            }
        }
    }

    @Provide
    Arbitrary<List<Mutation>> damages() {
        return Mutation.any().list().ofMinSize(1).ofMaxSize(4);
    }

    @Property(tries = 600, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
    void nothingCrashesOrHangs(@ForAll("damages") List<Mutation> damages, @ForAll int choice) {
        SAMPLES.forEach(sample -> holds(damaged(sample, damages)));
        int some = REAL.isEmpty() ? 0 : FULL ? REAL.size() : REAL_MESSAGES_A_TRY;
        for (int i = 0; i < some; i++) {
            holds(damaged(REAL.get(Math.floorMod(choice + i * 37, REAL.size())), damages));
        }
    }

    private static byte[] damaged(byte[] bytes, List<Mutation> damages) {
        byte[] damaged = bytes;
        for (Mutation mutation : damages) {
            damaged = mutation.apply(damaged);
        }
        return damaged;
    }

    private static void holds(byte[] bytes) {
        long begun = System.nanoTime();
        Cut cut = Cut.of(bytes);
        long out = 0;
        for (EdiPart part : cut.parts()) {
            out += part.bytes().length;
            PartnerMessage message = new EdiReader().read(part);
            assertThat(message.problems()).hasSizeLessThanOrEqualTo(101);
            message.problems().forEach(p -> assertThat(p.toString()).isNotBlank());
            assertThat(message.body().toString()).startsWith("{");
            if (part.problems().isEmpty()) {
                assertThat(Cut.of(part.bytes()).parts())
                        .as("a part is one again")
                        .hasSizeLessThan(3);
            }
        }
        assertThat(out).isLessThanOrEqualTo(bytes.length + 2000L * cut.parts().size());
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(HANG);
    }

    @Property(tries = 600, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
    void aDamageInOneTransactionCostsNoOther(@ForAll("damages") List<Mutation> damages) {
        survive(Cut.text("855.x12"), "ST*855*0002", "ST*855*0003", damages);
        survive(Cut.text("855.x12").replace("\n", ""), "ST*855*0002", "ST*855*0003", damages);
        survive(Cut.text("855.x12").replace("~\n", "\n"), "ST*855*0002", "ST*855*0003", damages);
        survive(edifact(), "UNH+2", "UNH+3", damages);
        survive(edifact().replace("\n", ""), "UNH+2", "UNH+3", damages);
    }

    private static String edifact() {
        String text = Cut.text("ORDRSP.edi");
        String first = text.substring(text.indexOf("UNH+1"), text.indexOf("UNH+2"));
        String third = first.replace("UNH+1", "UNH+3").replace("UNT+21+1", "UNT+21+3");
        return text.replace("UNZ+2", third + "UNZ+3");
    }

    private static void survive(String text, String second, String third, List<Mutation> damages) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        int from = text.indexOf(second);
        int to = text.indexOf(third);
        byte[] middle = damaged(Arrays.copyOfRange(bytes, from, to), damages);
        byte[] all = new byte[from + middle.length + bytes.length - to];
        System.arraycopy(bytes, 0, all, 0, from);
        System.arraycopy(middle, 0, all, from, middle.length);
        System.arraycopy(bytes, to, all, from + middle.length, bytes.length - to);

        List<EdiPart> whole = Cut.of(bytes).parts();
        List<EdiPart> parts = Cut.of(all).parts();

        assertThat(parts).as("the first").anyMatch(p -> same(p, whole.get(0)));
        assertThat(parts)
                .as("the third of\n%s", new String(all, StandardCharsets.ISO_8859_1))
                .anyMatch(p -> same(p, whole.get(2)));
    }

    private static boolean same(EdiPart one, EdiPart other) {
        return Arrays.equals(one.bytes(), other.bytes())
                && one.header().equals(other.header())
                && one.problems().stream().map(Problem::severity).toList().isEmpty();
    }
}
