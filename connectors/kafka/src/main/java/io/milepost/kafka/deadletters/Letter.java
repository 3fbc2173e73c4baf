package io.milepost.kafka.deadletters;

import io.milepost.events.DeadLetter;
import io.milepost.events.RejectReason;
import io.milepost.kafka.RecordHeader;
import io.milepost.kafka.inbound.InboundRecord;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A dead letter as it lies in its topic.
 *
 * @param content what the job wrote
 * @param headers headers of the letter: the rejected record's own and those that tell of the error
 */
public record Letter(DeadLetter content, List<RecordHeader> headers) {

    /** Keeps its own copy of the headers. */
    public Letter {
        Objects.requireNonNull(content, "content");
        headers = List.copyOf(headers);
    }

    /** Where the rejected record lies: topic/partition/offset. */
    public String address() {
        return content.getTopic() + "/" + content.getPartition() + "/" + content.getOffset();
    }

    /** Headers of the rejected record. */
    public List<RecordHeader> ownHeaders() {
        return ErrorHeaders.own(headers);
    }

    /** Headers that tell of the error, by the names of Kafka Connect. */
    public List<RecordHeader> errorHeaders() {
        return headers.stream().filter(h -> h.name().startsWith(ErrorHeaders.PREFIX)).toList();
    }

    /** Key of the rejected record; {@code null} if it has none, or it was not kept. */
    public byte[] key() {
        return bytes(content.getKey());
    }

    /** Value of the rejected record; {@code null} for a tombstone, or if it was not kept. */
    public byte[] value() {
        return bytes(content.getValue());
    }

    /** Why the rejected record cannot be made again from this letter; empty if it can. */
    public Optional<String> obstacle() {
        if (content.getValueSha256() != null) {
            return Optional.of(
                    "its value of " + content.getValueLength() + " bytes was too long to be kept");
        }
        if (content.getKey() == null && content.getReason() != RejectReason.NULL_KEY) {
            return Optional.of("its key was too long to be kept");
        }
        return headers.stream()
                .filter(header -> header.name().equals(ErrorHeaders.LEFT_OUT))
                .findFirst()
                .map(left -> "its headers of " + left.text() + " bytes were too long to be kept");
    }

    /**
     * This letter with what was too long to be kept, out of the rejected record.
     *
     * @param record what lies at the letter's address now
     * @return empty if that is another record
     */
    Optional<Letter> completed(InboundRecord record) {
        byte[] found = record.value();
        boolean isTheSame =
                found != null
                        && found.length == content.getValueLength()
                        && (content.getValueSha256() == null
                                || content.getValueSha256().equals(Sha256.hex(found)));
        if (!isTheSame) {
            return Optional.empty();
        }
        DeadLetter.Builder whole =
                DeadLetter.newBuilder(content)
                        .setValue(ByteBuffer.wrap(found))
                        .setValueSha256(null)
                        .setKey(record.key() == null ? null : ByteBuffer.wrap(record.key()));
        List<RecordHeader> all = new ArrayList<>(ErrorHeaders.own(record.headers()));
        headers.stream()
                .filter(header -> header.name().startsWith(ErrorHeaders.PREFIX))
                .filter(header -> !header.name().equals(ErrorHeaders.LEFT_OUT))
                .forEach(all::add);
        return Optional.of(new Letter(whole.build(), all));
    }

    /** The same letter without the value's bytes, for lists of many. */
    public Letter withoutValue() {
        return new Letter(DeadLetter.newBuilder(content).setValue(null).build(), headers);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
