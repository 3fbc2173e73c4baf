package io.milepost.cli.partners;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.cli.terminal.Json;
import io.milepost.partners.message.InterchangeHeader;
import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.message.Problem;
import io.milepost.partners.profile.EventJson;
import io.milepost.partners.trial.PartnerTrial;
import io.milepost.partners.trial.VisibleTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of one message that was tried. */
final class TrialReport {

    private final String file;
    private final PartnerTrial.Tried tried;

    TrialReport(String file, PartnerTrial.Tried tried) {
        this.file = file;
        this.tried = tried;
    }

    boolean usable() {
        return tried.usable();
    }

    /** For people: what it is, the tree, the events, the problems. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(title());
        lines.add("tree:");
        text(VisibleTree.of(tried.message())).lines().map(it -> "  " + it).forEach(lines::add);
        lines.add("events:");
        EventJson.text(EventJson.of(tried.events()))
                .lines()
                .map(it -> "  " + it)
                .forEach(lines::add);
        lines.add(tried.problems().isEmpty() ? "problems: none" : "problems:");
        tried.problems().forEach(it -> lines.add("  " + severity(it) + " " + it));
        return lines;
    }

    private String title() {
        PartnerMessage message = tried.message();
        InterchangeHeader header = message.header();
        String from =
                header.sender() == null && header.receiver() == null
                        ? null
                        : "from " + header.sender() + " to " + header.receiver();
        String control =
                Stream.of(header.controlNumber(), header.messageControlNumber())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("/"));
        String what =
                Stream.of(
                                message.format() + " " + message.type(),
                                message.version(),
                                from,
                                control.isEmpty() ? null : "control number " + control)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", "));
        return file + ": " + what + ", " + (usable() ? outcome() : "cannot be used");
    }

    private String outcome() {
        int events = tried.events().size();
        return events == 1 ? "1 event" : events + " events";
    }

    private static String text(JsonNode tree) {
        ObjectNode object =
                tree instanceof ObjectNode it ? it : JsonNodeFactory.instance.objectNode();
        return EventJson.text(object);
    }

    private static String severity(Problem problem) {
        return problem.severity().name().toLowerCase(Locale.ROOT) + " " + problem.code() + ":";
    }

    /** For programs. */
    Json json() {
        PartnerMessage message = tried.message();
        InterchangeHeader header = message.header();
        return new Json()
                .with("file", file)
                .with("usable", usable())
                .with("format", message.format().name())
                .with("type", message.type())
                .with("version", message.version())
                .with("sender", header.sender())
                .with("receiver", header.receiver())
                .with("controlNumber", header.controlNumber())
                .with("messageControlNumber", header.messageControlNumber())
                .with("tree", VisibleTree.of(message))
                .with("events", EventJson.of(tried.events()))
                .with("problems", tried.problems().stream().map(TrialReport::json).toList());
    }

    private static Object json(Problem problem) {
        return new Json()
                .with("severity", problem.severity().name())
                .with("code", problem.code())
                .with("line", problem.place().line())
                .with("column", problem.place().column())
                .with("path", problem.place().path())
                .with("message", problem.message())
                .fields();
    }
}
