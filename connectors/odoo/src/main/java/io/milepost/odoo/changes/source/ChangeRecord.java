package io.milepost.odoo.changes.source;

import io.milepost.odoo.changes.ChangeEvent;
import io.milepost.odoo.changes.EventBytes;
import io.milepost.odoo.changes.ReadCount;
import io.milepost.odoo.changes.UnmappedRow;

/**
 * What a source of changes says: an event, a record that no event could be made of, or a promise. A
 * plain object of Flink's, so that it needs no serializer of its own.
 */
public class ChangeRecord {

    /** What kind of a record it is. */
    public enum Kind {
        /** An event for a topic. */
        EVENT,
        /** A record of Odoo that no event could be made of. */
        UNMAPPED,
        /** How many records of a model were looked at, and how many of them said nothing new. */
        COUNT,
        /** Nothing follows that was known before a time. */
        HEARTBEAT
    }

    private Kind kind;
    private String topic;
    private String key;
    private byte[] event;
    private String reason;
    private String model;
    private long read;
    private long unchanged;
    private long micros;

    /** For Flink. */
    public ChangeRecord() {}

    /** An event. */
    public static ChangeRecord of(ChangeEvent event) {
        ChangeRecord record = new ChangeRecord();
        record.kind = Kind.EVENT;
        record.model = event.model();
        record.topic = event.topic().name();
        record.key = event.key();
        record.event = EventBytes.write(event.event());
        record.micros = event.knownAtMicros();
        return record;
    }

    /** A record of Odoo that no event could be made of. */
    public static ChangeRecord of(UnmappedRow row) {
        ChangeRecord record = new ChangeRecord();
        record.kind = Kind.UNMAPPED;
        record.model = row.model();
        record.key = Long.toString(row.id());
        record.reason = row.reason();
        return record;
    }

    /** How many records of a model were looked at. */
    public static ChangeRecord of(ReadCount count) {
        ChangeRecord record = new ChangeRecord();
        record.kind = Kind.COUNT;
        record.model = count.model();
        record.read = count.read();
        record.unchanged = count.unchanged();
        return record;
    }

    /** A promise: nothing follows that was known before a time, in microseconds since 1970. */
    public static ChangeRecord heartbeat(long micros) {
        ChangeRecord record = new ChangeRecord();
        record.kind = Kind.HEARTBEAT;
        record.micros = micros;
        return record;
    }

    /** What kind of a record it is. */
    public Kind getKind() {
        return kind;
    }

    /** For Flink. */
    public void setKind(Kind kind) {
        this.kind = kind;
    }

    /** Plain name of the event's topic; {@code null} for none. */
    public String getTopic() {
        return topic;
    }

    /** For Flink. */
    public void setTopic(String topic) {
        this.topic = topic;
    }

    /** Key of the event in its topic, or the database id of the record. */
    public String getKey() {
        return key;
    }

    /** For Flink. */
    public void setKey(String key) {
        this.key = key;
    }

    /** The event in Avro's binary form, {@code null} for none. */
    public byte[] getEvent() {
        return event;
    }

    /** For Flink. */
    public void setEvent(byte[] event) {
        this.event = event;
    }

    /** Why no event could be made, {@code null} for none. */
    public String getReason() {
        return reason;
    }

    /** For Flink. */
    public void setReason(String reason) {
        this.reason = reason;
    }

    /** Odoo's name of the model; {@code null} of a promise. */
    public String getModel() {
        return model;
    }

    /** For Flink. */
    public void setModel(String model) {
        this.model = model;
    }

    /** How many records of the model were looked at. */
    public long getRead() {
        return read;
    }

    /** For Flink. */
    public void setRead(long read) {
        this.read = read;
    }

    /** How many of them said what was told of them last. */
    public long getUnchanged() {
        return unchanged;
    }

    /** For Flink. */
    public void setUnchanged(long unchanged) {
        this.unchanged = unchanged;
    }

    /** When the event could be known, or before what nothing follows; microseconds since 1970. */
    public long getMicros() {
        return micros;
    }

    /** For Flink. */
    public void setMicros(long micros) {
        this.micros = micros;
    }
}
