package io.milepost.kafka.types;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * What a savepoint remembers of a serializer: the number of its byte format. A job refuses state of
 * a format that it does not know, instead of reading nonsense.
 *
 * @param <T> the value's class
 */
public abstract class FormatSnapshot<T> implements TypeSerializerSnapshot<T> {

    private static final int SNAPSHOT_VERSION = 1;

    private final int newestFormat;
    private int format;

    /**
     * @param newestFormat number of the format that the serializer writes today, from 1
     */
    protected FormatSnapshot(int newestFormat) {
        this.newestFormat = newestFormat;
        this.format = newestFormat;
    }

    /** The serializer that reads the given format. */
    protected abstract TypeSerializer<T> serializer(int format);

    @Override
    public final int getCurrentVersion() {
        return SNAPSHOT_VERSION;
    }

    @Override
    public final void writeSnapshot(DataOutputView out) throws IOException {
        out.writeInt(format);
    }

    @Override
    public final void readSnapshot(int version, DataInputView in, ClassLoader loader)
            throws IOException {
        if (version != SNAPSHOT_VERSION) {
            throw new IOException(
                    getClass().getName()
                            + ": snapshot version must be "
                            + SNAPSHOT_VERSION
                            + " but was "
                            + version);
        }
        format = in.readInt();
    }

    @Override
    public final TypeSerializer<T> restoreSerializer() {
        return serializer(format);
    }

    @Override
    public final TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
            TypeSerializerSnapshot<T> old) {
        if (!(old instanceof FormatSnapshot<?> that) || that.getClass() != getClass()) {
            return TypeSerializerSchemaCompatibility.incompatible();
        }
        if (that.format == newestFormat) {
            return TypeSerializerSchemaCompatibility.compatibleAsIs();
        }
        return that.format < newestFormat
                ? TypeSerializerSchemaCompatibility.compatibleAfterMigration()
                : TypeSerializerSchemaCompatibility.incompatible();
    }
}
