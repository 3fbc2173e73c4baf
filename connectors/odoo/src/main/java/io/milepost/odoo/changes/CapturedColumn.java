package io.milepost.odoo.changes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What kind of a column it is: makes of a value as Debezium writes it, in any of its modes, one as
 * Odoo's API gives it.
 */
enum CapturedColumn {
    /** A reference or other whole number. */
    WHOLE {
        @Override
        JsonNode of(JsonNode value, String language) throws IOException {
            if (!value.isIntegralNumber()) {
                throw new IOException("a whole number");
            }
            return LongNode.valueOf(value.longValue());
        }
    },
    /** Text. */
    TEXT {
        @Override
        JsonNode of(JsonNode value, String language) throws IOException {
            if (!value.isTextual()) {
                throw new IOException("text");
            }
            return value;
        }
    },
    /** The name of an effect: the line that it says to be a part, or nothing. */
    PART {
        @Override
        JsonNode of(JsonNode value, String language) throws IOException {
            Long part = SplitEffect.part(TEXT.of(value, language).textValue());
            return part == null ? MissingNode.getInstance() : LongNode.valueOf(part);
        }
    },
    /** Text in every language of the database; in a column of type {@code jsonb}. */
    TRANSLATED {
        @Override
        JsonNode of(JsonNode value, String language) throws IOException {
            JsonNode words = value.isTextual() ? words(value.textValue()) : value;
            if (words.isTextual()) {
                return words;
            }
            JsonNode ours = words.path(language);
            JsonNode word = ours.isTextual() ? ours : words.path("en_US");
            if (!word.isTextual()) {
                throw new IOException("text in " + language + " or en_US");
            }
            return word;
        }

        /** Up to Odoo 15, and in columns that are translated in some versions only, plain text. */
        private static JsonNode words(String text) {
            try {
                JsonNode read = JSON.readTree(text);
                return read.isObject() ? read : TextNode.valueOf(text);
            } catch (JsonProcessingException e) {
                return TextNode.valueOf(text);
            }
        }
    },
    /** A number: as text, as a number, or as a struct of scale and unscaled value. */
    NUMBER {
        @Override
        JsonNode of(JsonNode value, String language) throws IOException {
            try {
                if (value.isNumber()) {
                    return DecimalNode.valueOf(value.decimalValue());
                } else if (value.isTextual()) {
                    return DecimalNode.valueOf(new BigDecimal(value.textValue()));
                } else if (value.path("value").isTextual() && value.path("scale").isInt()) {
                    BigInteger unscaled = new BigInteger(value.path("value").binaryValue());
                    return DecimalNode.valueOf(
                            new BigDecimal(unscaled, value.path("scale").intValue()));
                }
            } catch (NumberFormatException e) {
                throw new IOException("a number", e);
            }
            throw new IOException("a number");
        }
    },
    /** A point in time, UTC: as text, or in milliseconds, microseconds or nanoseconds. */
    TIME {
        @Override
        JsonNode of(JsonNode value, String language) throws IOException {
            try {
                if (value.isTextual()) {
                    String text = value.textValue().replace('T', ' ').replace("Z", "");
                    return time(OdooTimes.instant(text));
                } else if (value.isIntegralNumber()) {
                    return time(instant(value.longValue()));
                }
            } catch (DateTimeException e) {
                throw new IOException("a time", e);
            }
            throw new IOException("a time");
        }
    },
    /** A day: as text or in days since 1970. */
    DAY {
        @Override
        JsonNode of(JsonNode value, String language) throws IOException {
            try {
                if (value.isTextual() && value.textValue().length() >= DAY_LENGTH) {
                    String day = value.textValue().substring(0, DAY_LENGTH);
                    return TextNode.valueOf(LocalDate.parse(day).toString());
                } else if (value.isIntegralNumber()) {
                    return TextNode.valueOf(LocalDate.ofEpochDay(value.longValue()).toString());
                }
            } catch (DateTimeException e) {
                throw new IOException("a day", e);
            }
            throw new IOException("a day");
        }
    },
    /** Yes or no. */
    FLAG {
        @Override
        JsonNode of(JsonNode value, String language) throws IOException {
            if (!value.isBoolean()) {
                throw new IOException("true or false");
            }
            return BooleanNode.valueOf(value.booleanValue());
        }
    };

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int DAY_LENGTH = 10;

    // Which unit it is shows from the size: in these, 1973 and 2242 lie between two of them.
    private static final long LEAST_NANOS = 100_000_000_000_000_000L;
    private static final long LEAST_MICROS = 100_000_000_000_000L;

    /**
     * The value as Odoo's API gives it.
     *
     * @param value not null
     * @param language whose words are taken of translated text, with English where it has none
     * @throws IOException whose message is what was expected
     */
    abstract JsonNode of(JsonNode value, String language) throws IOException;

    private static Instant instant(long number) {
        if (Math.abs(number) >= LEAST_NANOS) {
            return Instant.EPOCH.plusNanos(number);
        }
        return Instant.EPOCH.plus(
                number, Math.abs(number) >= LEAST_MICROS ? ChronoUnit.MICROS : ChronoUnit.MILLIS);
    }

    /** In whole seconds, as the API gives it. */
    private static TextNode time(Instant instant) {
        String text = OdooTimes.text(OdooTimes.micros(instant.truncatedTo(ChronoUnit.SECONDS)));
        return TextNode.valueOf(text.substring(0, "uuuu-MM-dd HH:mm:ss".length()));
    }
}
