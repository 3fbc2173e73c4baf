package io.milepost.pipelines.runs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A feed, and how far it was read.
 *
 * @param topic its topic
 * @param next the place of the next record in the script
 */
record ScriptedSplit(String topic, int next) implements SourceSplit {

    @Override
    public String splitId() {
        return topic;
    }

    /** The bytes of splits in savepoints. Must not change: savepoints of the past have them. */
    static final class Format implements SimpleVersionedSerializer<ScriptedSplit> {

        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(ScriptedSplit split) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeUTF(split.topic());
            out.writeInt(split.next());
            return bytes.toByteArray();
        }

        @Override
        public ScriptedSplit deserialize(int version, byte[] bytes) throws IOException {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            return new ScriptedSplit(in.readUTF(), in.readInt());
        }
    }
}
