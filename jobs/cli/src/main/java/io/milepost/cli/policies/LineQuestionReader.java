package io.milepost.cli.policies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.milepost.cli.InputException;
import io.milepost.events.MilestoneName;
import io.milepost.events.OrderState;
import io.milepost.state.LineKey;
import io.milepost.state.Times;
import io.milepost.state.fact.OrderFact;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads a line from JSON; everything that is wrong with it is told at once. */
final class LineQuestionReader {

    private static final List<String> FIELDS =
            List.of(
                    "lineKey",
                    "company",
                    "vendor",
                    "category",
                    "warehouse",
                    "incoterm",
                    "currency",
                    "orderedAt",
                    "confirmedAt",
                    "firstPromiseAt",
                    "currentPromiseAt",
                    "openValue",
                    "milestones");
    private static final String TIME = "a time such as 2026-01-01T00:00:00Z";
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private final String name;
    private final JsonNode line;
    private final List<String> problems = new ArrayList<>();

    private LineQuestionReader(String name, JsonNode line) {
        this.name = name;
        this.line = line;
    }

    /**
     * Reads a line.
     *
     * @param given JSON, or a file with it
     * @throws InputException with every problem
     */
    static LineQuestion read(String given) throws IOException {
        boolean inline = given.stripLeading().startsWith("{");
        String name = inline ? "line" : given;
        try {
            String json = inline ? given : Files.readString(Path.of(given), StandardCharsets.UTF_8);
            return new LineQuestionReader(name, MAPPER.readTree(json)).read();
        } catch (NoSuchFileException e) {
            throw new InputException(
                    name + ": expected JSON or a file with it but found nothing", e);
        } catch (JsonProcessingException e) {
            throw new InputException(
                    name + ": expected JSON but found " + e.getOriginalMessage(), e);
        }
    }

    private LineQuestion read() throws InputException {
        if (!line.isObject()) {
            throw new InputException(name + ": expected fields but found something else", null);
        }
        line.fieldNames()
                .forEachRemaining(
                        field -> {
                            if (!FIELDS.contains(field)) {
                                problem(field, "one of " + String.join(", ", FIELDS), "it");
                            }
                        });
        LineKey key = key();
        long ordered = time("orderedAt");
        long confirmed = time("confirmedAt");
        OrderFact order =
                new OrderFact(
                        null,
                        "",
                        OrderState.PURCHASE,
                        false,
                        text("vendor"),
                        null,
                        text("category"),
                        text("warehouse"),
                        text("incoterm"),
                        BigDecimal.ZERO,
                        "",
                        BigDecimal.ONE,
                        BigDecimal.ZERO,
                        text("currency"),
                        ordered,
                        confirmed,
                        Times.NONE);
        Map<MilestoneName, Long> milestones = milestones();
        if (Math.max(ordered, confirmed) != Times.NONE) {
            milestones.putIfAbsent(
                    MilestoneName.ORDERED, confirmed == Times.NONE ? ordered : confirmed);
        }
        LineQuestion question =
                new LineQuestion(
                        key,
                        order,
                        milestones,
                        time("firstPromiseAt"),
                        time("currentPromiseAt"),
                        value("openValue", "a number", LineQuestionReader::number, null));
        if (!problems.isEmpty()) {
            throw new InputException(
                    "the line cannot be used\n" + String.join("\n", problems), null);
        }
        return question;
    }

    /** A company alone will do: nothing else of the key is looked at. */
    private LineKey key() {
        LineKey key =
                value(
                        "lineKey",
                        "instance/company/order id/line id",
                        LineQuestionReader::parseKey,
                        null);
        String company = text("company");
        if (key != null && company != null && !company.equals(key.company())) {
            problem("company", "that of lineKey, " + key.company(), company);
        }
        if (key == null && company == null && !line.hasNonNull("lineKey")) {
            problem("company", "it or lineKey", "nothing");
        }
        if (company != null && (company.isEmpty() || company.indexOf('/') >= 0)) {
            problem("company", "a name without a slash", company);
            return null;
        }
        return key != null || company == null ? key : new LineKey("any", company, 0, 0);
    }

    private Map<MilestoneName, Long> milestones() {
        Map<MilestoneName, Long> milestones = new EnumMap<>(MilestoneName.class);
        JsonNode given = line.path("milestones");
        if (given.isMissingNode() || given.isNull()) {
            return milestones;
        }
        if (!given.isObject()) {
            problem("milestones", "names of milestones with times", "something else");
            return milestones;
        }
        given.properties()
                .forEach(
                        field -> {
                            String path = "milestones." + field.getKey();
                            Optional<MilestoneName> milestone =
                                    Conversions.constant(MilestoneName.class).apply(field.getKey());
                            if (milestone.isEmpty()) {
                                problem(path, Conversions.oneOf(MilestoneName.class), "it");
                            }
                            long time = time(path, field.getValue());
                            milestone
                                    .filter(it -> time != Times.NONE)
                                    .ifPresent(it -> milestones.put(it, time));
                        });
        return milestones;
    }

    private String text(String field) {
        return value(
                field,
                "a text",
                node -> node.isTextual() ? Conversions.text(node.textValue()) : Optional.empty(),
                null);
    }

    private long time(String field) {
        return time(field, line.path(field));
    }

    private long time(String path, JsonNode node) {
        return value(path, node, TIME, LineQuestionReader::instant, Times.NONE);
    }

    private <T> T value(
            String field,
            String expected,
            Function<JsonNode, Optional<T>> conversion,
            T otherwise) {
        return value(field, line.path(field), expected, conversion, otherwise);
    }

    private <T> T value(
            String path,
            JsonNode node,
            String expected,
            Function<JsonNode, Optional<T>> conversion,
            T otherwise) {
        if (node.isMissingNode() || node.isNull()) {
            return otherwise;
        }
        Optional<T> value = conversion.apply(node);
        if (value.isEmpty()) {
            problem(path, expected, node.isValueNode() ? node.asText() : "something else");
        }
        return value.orElse(otherwise);
    }

    private void problem(String path, String expected, String found) {
        problems.add("%s: %s: expected %s but found %s".formatted(name, path, expected, found));
    }

    private static Optional<Long> instant(JsonNode node) {
        return Conversions.instant(node.asText()).map(Times::micros);
    }

    private static Optional<BigDecimal> number(JsonNode node) {
        try {
            return node.isNumber() || node.isTextual()
                    ? Optional.of(new BigDecimal(node.asText()))
                    : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<LineKey> parseKey(JsonNode node) {
        try {
            return Optional.of(LineKey.parse(node.asText()));
        } catch (IllegalArgumentException notAKey) {
            return Optional.empty();
        }
    }
}
