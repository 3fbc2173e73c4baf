package io.milepost.cli.deadletters;

import io.milepost.cli.terminal.Json;
import io.milepost.events.DeadLetter;
import io.milepost.kafka.deadletters.Letter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Everything about one letter.
 *
 * @param letter the letter
 * @param event the record's event as JSON; {@code null} if it cannot be read
 */
record LetterReport(Letter letter, String event) {

    private static final int SHOWN = 512;

    /** Lines for people. */
    List<String> lines() {
        DeadLetter content = letter.content();
        List<String> lines = new ArrayList<>();
        line(lines, "Address", letter.address());
        line(lines, "Reason", content.getReason());
        line(lines, "Message", content.getMessage());
        line(lines, "Rejected", content.getRejectedAt() + " by " + rejector(content));
        line(lines, "Written", content.getTimestamp());
        line(lines, "Schema id", content.getSchemaId() == null ? "none" : content.getSchemaId());
        line(lines, "Replay", letter.obstacle().map(o -> "impossible: " + o).orElse("possible"));
        headers(lines);
        bytes(lines, "Key", letter.key(), "none");
        bytes(lines, "Value, " + content.getValueLength() + " bytes", letter.value(), missing());
        line(lines, "Event", event == null ? "cannot be read" : event);
        return lines;
    }

    private static String rejector(DeadLetter content) {
        return content.getJob() + ", stage " + content.getStage();
    }

    private void headers(List<String> lines) {
        lines.add("Headers of the record:");
        LetterWords.headers(letter.ownHeaders())
                .forEach((name, value) -> lines.add("  " + name + " = " + value));
        lines.add("Headers of the error:");
        LetterWords.headers(letter.errorHeaders())
                .forEach((name, value) -> lines.add("  " + name + " = " + value));
    }

    private static void bytes(List<String> lines, String what, byte[] bytes, String otherwise) {
        if (bytes == null) {
            line(lines, what, otherwise);
            return;
        }
        lines.add(what + ":");
        Preview.lines(bytes, SHOWN).forEach(line -> lines.add("  " + line));
    }

    private String missing() {
        String sha256 = letter.content().getValueSha256();
        return sha256 == null ? "none: a tombstone" : "not kept; SHA-256 " + sha256;
    }

    private static void line(List<String> lines, String what, Object value) {
        lines.add("%-10s %s".formatted(what, value));
    }

    /** The same for programs; bytes in Base64. */
    Json json() {
        return LetterWords.summary(letter)
                .with("headers", LetterWords.headers(letter.ownHeaders()))
                .with("errorHeaders", LetterWords.headers(letter.errorHeaders()))
                .with("keyBase64", base64(letter.key()))
                .with("valueBase64", base64(letter.value()))
                .with("event", event);
    }

    private static String base64(byte[] bytes) {
        return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
    }
}
