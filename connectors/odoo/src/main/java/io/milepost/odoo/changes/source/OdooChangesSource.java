package io.milepost.odoo.changes.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.client.OdooCall;
import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.client.OdooException;
import io.milepost.odoo.client.OdooJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Changes of Odoo as events, exactly once by the checkpoints of the job: each company's streams are
 * splits, whose state is how far they were read and what was told last. To be used with {@link
 * ChangeWatermarks}, and with no more subtasks than there are streams, since one without a stream
 * would hold the clock for ever.
 *
 * @param settings how it works
 */
public record OdooChangesSource(ChangesSourceSettings settings)
        implements Source<ChangeRecord, StreamSplit, EnumeratorState>,
                ResultTypeQueryable<ChangeRecord> {

    private static final long serialVersionUID = 1L;

    private static final Duration NEW_COMPANIES = Duration.ofMinutes(1);

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SourceReader<ChangeRecord, StreamSplit> createReader(SourceReaderContext context) {
        return ChangesReader.of(settings, context);
    }

    @Override
    public SplitEnumerator<StreamSplit, EnumeratorState> createEnumerator(
            SplitEnumeratorContext<StreamSplit> context) {
        return restoreEnumerator(context, new EnumeratorState(List.of(), List.of()));
    }

    @Override
    public SplitEnumerator<StreamSplit, EnumeratorState> restoreEnumerator(
            SplitEnumeratorContext<StreamSplit> context, EnumeratorState checkpoint) {
        return new ChangesEnumerator(
                context,
                settings.instance(),
                this::companies,
                NEW_COMPANIES.toMillis(),
                checkpoint);
    }

    private List<Long> companies() throws OdooException, InterruptedException {
        if (!settings.companies().isEmpty()) {
            return settings.companies();
        }
        try (OdooClient client = settings.connection().open()) {
            JsonNode found =
                    client.call(
                            OdooCall.model("res.company", "search_read")
                                    .with("domain", OdooJson.array())
                                    .option("fields", OdooJson.array("name"))
                                    .option("order", OdooJson.node("id")));
            List<Long> ids = new ArrayList<>();
            found.forEach(row -> ids.add(row.path("id").longValue()));
            return ids;
        }
    }

    @Override
    public SimpleVersionedSerializer<StreamSplit> getSplitSerializer() {
        return StreamSplit.Serializer.INSTANCE;
    }

    @Override
    public SimpleVersionedSerializer<EnumeratorState> getEnumeratorCheckpointSerializer() {
        return EnumeratorState.Serializer.INSTANCE;
    }

    @Override
    public TypeInformation<ChangeRecord> getProducedType() {
        return TypeInformation.of(ChangeRecord.class);
    }
}
