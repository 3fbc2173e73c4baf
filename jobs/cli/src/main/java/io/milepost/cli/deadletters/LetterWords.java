package io.milepost.cli.deadletters;

import io.milepost.cli.terminal.Json;
import io.milepost.events.DeadLetter;
import io.milepost.kafka.RecordHeader;
import io.milepost.kafka.deadletters.Letter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a letter says, for people and for programs. */
final class LetterWords {

    private static final int SHORT = 100;

    private LetterWords() {}

    /** A time to the second. */
    static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** The first of a message's words, on one line, without the address that stands before it. */
    static String shortMessage(Letter letter) {
        String message = letter.content().getMessage().replaceAll("\\s+", " ");
        String address = letter.address() + ": ";
        String rest = message.startsWith(address) ? message.substring(address.length()) : message;
        return rest.length() <= SHORT ? rest : rest.substring(0, SHORT) + "...";
    }

    /** Everything but the record's own bytes and headers. */
    static Json summary(Letter letter) {
        DeadLetter content = letter.content();
        return new Json()
                .with("address", letter.address())
                .with("topic", content.getTopic())
                .with("partition", content.getPartition())
                .with("offset", content.getOffset())
                .with("timestamp", content.getTimestamp().toString())
                .with("rejectedAt", content.getRejectedAt().toString())
                .with("job", content.getJob())
                .with("stage", content.getStage())
                .with("reason", content.getReason().name())
                .with("message", content.getMessage())
                .with("schemaId", content.getSchemaId())
                .with("valueLength", content.getValueLength())
                .with("valueSha256", content.getValueSha256())
                .with("obstacle", letter.obstacle().orElse(null));
    }

    /** Headers by name; of several with one name the last. */
    static Map<String, String> headers(List<RecordHeader> headers) {
        Map<String, String> byName = new LinkedHashMap<>();
        headers.forEach(
                header ->
                        byName.put(
                                header.name(),
                                header.value() == null ? null : Preview.text(header.value())));
        return byName;
    }
}
