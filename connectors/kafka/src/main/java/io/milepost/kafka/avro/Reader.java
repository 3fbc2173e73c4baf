package io.milepost.kafka.avro;

import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/** Reads what was written with one schema as one generated class. */
final class Reader {

    private final SpecificDatumReader<SpecificRecord> reader;

    Reader(Schema writer, Class<? extends SpecificRecord> type) {
        // The class's own model: without it decimals and times stay bytes and longs.
        SpecificData model = SpecificData.getForClass(type);
        this.reader = new SpecificDatumReader<>(writer, model.getSchema(type), model);
    }

    SpecificRecord read(BinaryDecoder decoder) throws IOException {
        return reader.read(null, decoder);
    }

    /** Full name of what is read, for messages. */
    String name() {
        return reader.getExpected().getFullName();
    }
}
