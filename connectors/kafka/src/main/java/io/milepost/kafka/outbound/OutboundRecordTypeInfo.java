package io.milepost.kafka.outbound;

import io.milepost.kafka.types.RecordTypeInfo;
import java.lang.reflect.Type;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Flink type of {@link OutboundRecord}. */
public final class OutboundRecordTypeInfo extends RecordTypeInfo<OutboundRecord> {

    /** The one type. */
    public static final OutboundRecordTypeInfo INSTANCE = new OutboundRecordTypeInfo();

    private static final long serialVersionUID = 1L;

    private OutboundRecordTypeInfo() {
        super(OutboundRecord.class, OutboundRecordSerializer.INSTANCE);
    }

    /** Lets Flink find the type wherever it extracts types from signatures. */
    public static final class Factory extends TypeInfoFactory<OutboundRecord> {

        @Override
        public TypeInformation<OutboundRecord> createTypeInfo(
                Type type, Map<String, TypeInformation<?>> parameters) {
            return INSTANCE;
        }
    }
}
