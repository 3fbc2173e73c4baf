package io.milepost.kafka.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.kafka.KafkaConnection;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.TaskInfoImpl;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class TransactionalSinkTest {

    private static final KafkaConnection SECURE =
            new KafkaConnection(
                    "localhost:9092", "", Map.of("ssl.key.password", "${env:KEY_PASSWORD}"));

    @Test
    void theIdsOfOneJobAreNoBeginningOfAnothers() {
        String ids = TransactionalSinkBuilder.prefix("prod", "milestones");

        assertThat(ids).startsWith("milepost-prod-milestones");
        assertThat(TransactionalSinkBuilder.prefix("prod", "milestones-replay"))
                .doesNotStartWith(ids);
    }

    @Test
    void namesThatWouldBlurThePrefixAreRefused() {
        assertThatThrownBy(() -> TransactionalSink.builder(SECURE, "prod", "milestones.x"))
                .hasMessage("job: expected lower case, digits and hyphens but found milestones.x");
        assertThatThrownBy(() -> TransactionalSink.builder(SECURE, "", "milestones"))
                .hasMessage("environment: expected lower case, digits and hyphens but found ");
    }

    @Test
    void aSinkWithoutTopicsIsRefused() {
        assertThatThrownBy(() -> TransactionalSink.builder(SECURE, "prod", "milestones").build())
                .hasMessage("sink.topics: expected at least one topic but found none");
    }

    @Test
    void theSinkCanBeShippedWithReferencesInsteadOfSecrets() throws Exception {
        TransactionalSink sink =
                TransactionalSink.builder(SECURE, "prod", "milestones")
                        .topics(List.of("sla.alerts"))
                        .build();

        byte[] shipped = InstantiationUtil.serializeObject(sink);
        TransactionalSink arrived =
                InstantiationUtil.deserializeObject(shipped, getClass().getClassLoader());

        assertThat(arrived.getCommittableSerializer()).isNotNull();
        assertThat(arrived.getWriterStateSerializer()).isNotNull();
    }

    @Test
    void aSinkThatDoesNotPassItsGateTouchesNoTransaction() {
        TransactionalSink sink =
                TransactionalSink.builder(
                                KafkaConnection.plain("localhost:1", ""), "prod", "milestones")
                        .topics(List.of("sla.alerts"))
                        .behind(
                                subtask -> {
                                    throw new IOException("subtask " + subtask + " stops here");
                                })
                        .build();

        assertThatThrownBy(() -> sink.createWriter(firstSubtask()))
                .hasMessage("subtask 0 stops here");
        assertThatThrownBy(() -> sink.restoreWriter(firstSubtask(), List.of()))
                .hasMessage("subtask 0 stops here");
    }

    @Test
    void onlyTwoWaysToMeetALossAreKnown() {
        assertThat(OnLostTransaction.parse("fail")).isEqualTo(OnLostTransaction.FAIL);
        assertThat(OnLostTransaction.parse("continue")).isEqualTo(OnLostTransaction.CONTINUE);
        assertThatThrownBy(() -> OnLostTransaction.parse("ignore"))
                .hasMessage("onLostTransaction: expected fail or continue but found ignore");
    }

    private static WriterInitContext firstSubtask() {
        TaskInfo task = new TaskInfoImpl("outputs", 720, 0, 2, 0);
        return (WriterInitContext)
                Proxy.newProxyInstance(
                        WriterInitContext.class.getClassLoader(),
                        new Class<?>[] {WriterInitContext.class},
                        (context, method, arguments) ->
                                method.getName().equals("getTaskInfo") ? task : null);
    }
}
