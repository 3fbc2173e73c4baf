package io.milepost.odoo.changes;

import io.milepost.schemas.Topic;
import io.milepost.schemas.TrustedEvents;
import java.io.IOException;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/** Bytes of events between operators of one job: Avro's binary form of this release's schema. */
public final class EventBytes {

    static {
        TrustedEvents.trust();
    }

    private EventBytes() {}

    /** Writes an event. */
    public static byte[] write(SpecificRecord event) {
        return Contents.encode(event);
    }

    /**
     * Reads an event.
     *
     * @param topic whose event it is
     * @throws IOException if the bytes are broken
     */
    public static SpecificRecord read(Topic<?> topic, byte[] bytes) throws IOException {
        SpecificDatumReader<SpecificRecord> reader = new SpecificDatumReader<>(topic.schema());
        return reader.read(null, DecoderFactory.get().binaryDecoder(bytes, null));
    }
}
