package io.milepost.cli.intake;

import io.milepost.events.PartnerInbound;
import io.milepost.kafka.direct.DirectWriter;
import io.milepost.partners.intake.InboundLog;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Pieces go to the topic {@code partner.inbound}. */
record KafkaLog(DirectWriter<PartnerInbound> writer) implements InboundLog {

    @Override
    public CompletableFuture<Void> append(String key, PartnerInbound piece) {
        return writer.write(key, piece, List.of()).thenApply(written -> null);
    }
}
