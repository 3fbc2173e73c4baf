package io.milepost.odoo.changes.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * What the enumerator remembers.
 *
 * @param companies those whose streams there are, in the order in which they were found
 * @param unassigned streams that no reader has
 */
public record EnumeratorState(List<Long> companies, List<StreamSplit> unassigned) {

    /** Keeps its own copies. */
    public EnumeratorState {
        companies = List.copyOf(companies);
        unassigned = List.copyOf(unassigned);
    }

    /** Bytes of version 1. */
    static final class Serializer implements SimpleVersionedSerializer<EnumeratorState> {

        static final Serializer INSTANCE = new Serializer();

        private static final int VERSION = 1;

        @Override
        public int getVersion() {
            return VERSION;
        }

        @Override
        public byte[] serialize(EnumeratorState state) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (DataOutputStream out = new DataOutputStream(bytes)) {
                out.writeInt(state.companies().size());
                for (long company : state.companies()) {
                    out.writeLong(company);
                }
                out.writeInt(state.unassigned().size());
                for (StreamSplit split : state.unassigned()) {
                    byte[] each = StreamSplit.Serializer.INSTANCE.serialize(split);
                    out.writeInt(each.length);
                    out.write(each);
                }
            }
            return bytes.toByteArray();
        }

        @Override
        public EnumeratorState deserialize(int version, byte[] bytes) throws IOException {
            if (version != VERSION) {
                throw new IOException(
                        "state of the Odoo streams: expected version "
                                + VERSION
                                + " but found "
                                + version);
            }
            try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
                List<Long> companies = new ArrayList<>();
                for (int left = in.readInt(); left > 0; left--) {
                    companies.add(in.readLong());
                }
                List<StreamSplit> unassigned = new ArrayList<>();
                for (int left = in.readInt(); left > 0; left--) {
                    byte[] split = in.readNBytes(in.readInt());
                    unassigned.add(StreamSplit.Serializer.INSTANCE.deserialize(1, split));
                }
                return new EnumeratorState(companies, unassigned);
            }
        }
    }
}
