package io.milepost.local.feed;

import org.apache.avro.specific.SpecificRecord;

/** Turns events and heartbeats into the framed bytes that go to the broker. */
@FunctionalInterface
public interface EventEncoder {

    /**
     * Frames one record.
     *
     * @param subject the registry subject that its schema belongs to
     * @param value the event or heartbeat
     * @return the bytes of the Kafka record's value
     */
    byte[] encode(String subject, SpecificRecord value);
}
