package io.milepost.odoo.changes.source;

import io.milepost.odoo.changes.StreamState;
import io.milepost.odoo.changes.StreamStateCodec;
import java.io.IOException;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * One stream of one company, and how far it was read.
 *
 * @param state all that its reader has to remember
 */
public record StreamSplit(StreamState state) implements SourceSplit {

    @Override
    public String splitId() {
        return state.name();
    }

    /** Bytes of splits, which have a version of their own. */
    static final class Serializer implements SimpleVersionedSerializer<StreamSplit> {

        static final Serializer INSTANCE = new Serializer();

        @Override
        public int getVersion() {
            return StreamStateCodec.VERSION;
        }

        @Override
        public byte[] serialize(StreamSplit split) throws IOException {
            return StreamStateCodec.write(split.state());
        }

        @Override
        public StreamSplit deserialize(int version, byte[] bytes) throws IOException {
            return new StreamSplit(StreamStateCodec.read(bytes));
        }
    }
}
