package io.milepost.odoo.changes.source;

import io.milepost.odoo.changes.ChangeEvent;
import io.milepost.odoo.changes.ReadCount;
import io.milepost.odoo.changes.StreamState;
import io.milepost.odoo.changes.UnmappedRow;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.connector.base.source.reader.RecordEmitter;

/** Tells a step as a whole and moves the split's state behind it. */
final class StepEmitter implements RecordEmitter<StreamStep, ChangeRecord, StepEmitter.Position> {

    /** Where a split stands. */
    static final class Position {

        private StreamState state;

        Position(StreamState state) {
            this.state = state;
        }

        StreamState state() {
            return state;
        }
    }

    @Override
    public void emitRecord(StreamStep step, SourceOutput<ChangeRecord> output, Position position) {
        for (ChangeEvent event : step.batch().events()) {
            output.collect(ChangeRecord.of(event), event.knownAtMicros() / 1000);
        }
        for (UnmappedRow row : step.batch().unmapped()) {
            output.collect(ChangeRecord.of(row));
        }
        for (ReadCount count : step.batch().counts()) {
            output.collect(ChangeRecord.of(count));
        }
        if (step.promise() != StreamStep.NONE) {
            output.collect(ChangeRecord.heartbeat(step.promise()), step.promise() / 1000);
        }
        position.state = step.after();
    }
}
