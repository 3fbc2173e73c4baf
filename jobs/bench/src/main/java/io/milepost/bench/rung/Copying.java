package io.milepost.bench.rung;

import io.milepost.kafka.avro.AvroDecoder;
import io.milepost.kafka.avro.AvroEncoder;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.outbound.Partitions;
import io.milepost.kafka.registry.RegistryConnection;
import io.milepost.schemas.Catalogue;
import java.io.IOException;
import java.util.List;

/** Decodes an event and encodes it again, for one output topic. */
final class Copying {

    private final AvroDecoder decoder;
    private final AvroEncoder encoder;
    private final String target;

    Copying(RegistryConnection registry, String target) {
        decoder = new AvroDecoder(registry.open());
        encoder = new AvroEncoder(registry.open());
        this.target = target;
    }

    OutboundRecord copy(InboundRecord record) throws RejectedRecordException, IOException {
        return new OutboundRecord(
                target,
                Partitions.of(record.key(), Catalogue.MILESTONES.partitions()),
                record.key(),
                encoder.encode(record.topic() + "-value", decoder.decode(record.value())),
                List.of(),
                record.timestampMillis());
    }
}
