package io.milepost.pipelines.updates;

import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.inbound.InboundRecord;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/**
 * Names of shards in Odoo's ledger: topic, the topic's own id, partition. A topic that is made anew
 * under the same name begins again at offset 0, and Odoo would take everything in it for done.
 */
final class Shards {

    private final KafkaConnection kafka;
    private final Map<String, String> names = new HashMap<>();

    Shards(KafkaConnection kafka) {
        this.kafka = kafka;
    }

    /** The shard that a record belongs to. */
    String of(InboundRecord record) throws IOException, InterruptedException {
        String topic = names.get(record.topic());
        if (topic == null) {
            topic = record.topic() + "/" + id(record.topic());
            names.put(record.topic(), topic);
        }
        return topic + "/" + record.partition();
    }

    private String id(String topic) throws IOException, InterruptedException {
        try (Admin admin = kafka.openAdmin()) {
            return admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .topicId()
                    .toString();
        } catch (ExecutionException e) {
            throw new IOException("topic " + topic + ": its id cannot be read", e);
        }
    }
}
