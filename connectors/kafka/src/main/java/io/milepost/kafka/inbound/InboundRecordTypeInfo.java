package io.milepost.kafka.inbound;

import io.milepost.kafka.types.RecordTypeInfo;
import java.lang.reflect.Type;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Flink type of {@link InboundRecord}. */
public final class InboundRecordTypeInfo extends RecordTypeInfo<InboundRecord> {

    /** The one type. */
    public static final InboundRecordTypeInfo INSTANCE = new InboundRecordTypeInfo();

    private static final long serialVersionUID = 1L;

    private InboundRecordTypeInfo() {
        super(InboundRecord.class, InboundRecordSerializer.INSTANCE);
    }

    /** Lets Flink find the type wherever it extracts types from signatures. */
    public static final class Factory extends TypeInfoFactory<InboundRecord> {

        @Override
        public TypeInformation<InboundRecord> createTypeInfo(
                Type type, Map<String, TypeInformation<?>> parameters) {
            return INSTANCE;
        }
    }
}
