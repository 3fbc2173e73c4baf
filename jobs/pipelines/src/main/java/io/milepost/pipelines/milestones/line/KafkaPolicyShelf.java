package io.milepost.pipelines.milestones.line;

import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.pipelines.start.TopicToEnd;
import io.milepost.schemas.Catalogue;
import java.io.IOException;
import java.util.List;

/**
 * Reads the policy topic from its beginning to its end as it is now.
 *
 * @param connection the cluster
 */
public record KafkaPolicyShelf(KafkaConnection connection) implements PolicyShelf {

    @Override
    public List<InboundRecord> readAll() throws IOException {
        return TopicToEnd.read(connection, Catalogue.POLICIES);
    }
}
