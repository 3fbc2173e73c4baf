package io.milepost.pipelines.delivery;

import io.milepost.events.PartnerInbound;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.partners.intake.Archive;
import io.milepost.partners.intake.Delivery;
import io.milepost.partners.intake.Intake;
import io.milepost.partners.intake.IntakeLimits;
import io.milepost.partners.message.Format;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.schemas.Catalogue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What a partner sent, in the pieces that the intake makes of it. */
final class CameIn {

    private CameIn() {}

    /** A message that a shipped profile has as its sample. */
    static String sample(String file) {
        String path = "/io/milepost/partners/profiles/" + file;
        try (InputStream sample = CameIn.class.getResourceAsStream(path)) {
            return new String(sample.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pieces of one call: each call has another receipt. */
    static List<PartnerInbound> pieces(Format format, String message) {
        return pieces(format, null, message);
    }

    /** The pieces of one call that its sender gave an id. */
    static List<PartnerInbound> pieces(Format format, String id, String message) {
        List<PartnerInbound> pieces = new ArrayList<>();
        Intake intake =
                new Intake(
                        new Memory(message),
                        (key, piece) -> {
                            pieces.add(piece);
                            return CompletableFuture.completedFuture(null);
                        },
                        IntakeLimits.DEFAULT);
        try {
            intake.take(Delivery.call("acme", format, id, null), InputStream.nullInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return pieces;
    }

    /** A piece as the broker had it at a time. */
    static InboundRecord record(PartnerInbound piece, Instant at) {
        return new InboundRecord(
                Catalogue.PARTNER_INBOUND.name(),
                0,
                0,
                at.toEpochMilli(),
                "key".getBytes(StandardCharsets.UTF_8),
                Bench.encoded(Catalogue.PARTNER_INBOUND, piece),
                List.of());
    }

    /** Keeps one message. */
    private record Memory(String message) implements Archive {

        @Override
        public Kept keep(InputStream in, long limit) {
            return new Kept("0".repeat(64), message.length());
        }

        @Override
        public InputStream open(String sha256) {
            return new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8));
        }
    }
}
