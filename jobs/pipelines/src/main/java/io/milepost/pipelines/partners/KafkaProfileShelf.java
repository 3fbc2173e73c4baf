package io.milepost.pipelines.partners;

import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.pipelines.start.TopicToEnd;
import io.milepost.schemas.Catalogue;
import java.io.IOException;
import java.util.List;

/**
 * Reads the topic of profiles from its beginning to its end as it is now.
 *
 * @param connection the cluster
 */
public record KafkaProfileShelf(KafkaConnection connection) implements ProfileShelf {

    @Override
    public List<InboundRecord> readAll() throws IOException {
        return TopicToEnd.read(connection, Catalogue.PARTNER_PROFILES);
    }
}
