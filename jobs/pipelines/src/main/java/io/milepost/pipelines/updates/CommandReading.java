package io.milepost.pipelines.updates;

import io.milepost.events.OdooCommand;
import io.milepost.events.RejectReason;
import io.milepost.kafka.avro.Frame;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.pipelines.milestones.route.EventDecoder;
import java.io.IOException;

/** Reads records as commands. */
final class CommandReading {

    private CommandReading() {}

    /**
     * The command of a record.
     *
     * @throws RejectedRecordException if it can never be read, or says of no Odoo that it is its
     * @throws IOException if the registry does not answer; trying again may help
     */
    static OdooCommand read(EventDecoder decoder, InboundRecord record)
            throws IOException, RejectedRecordException {
        OdooCommand command = (OdooCommand) decoder.decode(record);
        if (command.getLineKey() == null && command.getItem() == null) {
            throw new RejectedRecordException(
                    RejectReason.INVALID,
                    record.address() + ": lineKey, item: expected one of them but found neither",
                    Frame.schemaId(record.value()));
        }
        return command;
    }
}
