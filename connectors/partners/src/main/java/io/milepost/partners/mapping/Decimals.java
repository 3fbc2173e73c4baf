package io.milepost.partners.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The functions of templates that read and reckon with decimal numbers, which are text. */
final class Decimals {

    /** Decimals that quotients are rounded to. */
    static final int SCALE = 6;

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,18}([.,]\\d{0,18})?|[.,]\\d{1,18})([eE][+-]?\\d{1,2})?");
    private static final int MAX_PLACES = 18;

    private final boolean comma;

    Decimals(boolean comma) {
        this.comma = comma;
    }

    List<TextFunction> functions() {
        return List.of(
                new TextFunction("decimal", 1, 1, this::decimal),
                new TextFunction("implied-decimal", 2, 2, this::implied),
                new TextFunction("rounded", 2, 2, this::rounded),
                new TextFunction("add", 1, 20, all -> fold(all, BigDecimal::add)),
                new TextFunction("subtract", 2, 2, this::subtract),
                new TextFunction("multiply", 2, 2, this::multiply),
                new TextFunction("divide", 2, 2, this::divide),
                new TextFunction("positive", 1, 1, this::positive));
    }

    private JsonNode decimal(JsonNode[] arguments) {
        return result(arguments, 0, value -> value);
    }

    /** The number if it is more than zero, or no number at all; nothing otherwise. */
    private JsonNode positive(JsonNode[] arguments) {
        BigDecimal value = number(Values.argument(arguments, 0));
        return value != null && value.signum() <= 0 ? null : decimal(arguments);
    }

    private JsonNode implied(JsonNode[] arguments) {
        BigDecimal places = number(Values.argument(arguments, 1));
        if (places == null) {
            return Values.argument(arguments, 0);
        }
        return result(
                arguments,
                0,
                value ->
                        value.scale() > 0
                                ? value
                                : value.movePointLeft(Math.min(MAX_PLACES, places.intValue())));
    }

    private JsonNode rounded(JsonNode[] arguments) {
        BigDecimal places = number(Values.argument(arguments, 1));
        int scale = places == null ? SCALE : Math.max(0, Math.min(MAX_PLACES, places.intValue()));
        return result(
                arguments,
                0,
                value ->
                        value.scale() <= scale
                                ? value
                                : value.setScale(scale, RoundingMode.HALF_UP));
    }

    private JsonNode fold(JsonNode[] arguments, BinaryOperator<BigDecimal> operator) {
        BigDecimal total = null;
        JsonNode origin = null;
        for (JsonNode argument : arguments) {
            if (Values.isThere(argument)) {
                BigDecimal value = number(argument);
                if (value == null) {
                    return notANumber(argument);
                }
                total = total == null ? value : operator.apply(total, value);
                origin = origin == null ? argument : origin;
            }
        }
        return total == null ? null : Values.derived(plain(total), origin);
    }

    private JsonNode subtract(JsonNode[] arguments) {
        JsonNode amount = Values.argument(arguments, 1);
        if (amount == null) {
            return decimal(arguments);
        }
        BigDecimal value = number(amount);
        return value == null
                ? notANumber(amount)
                : result(arguments, 0, from -> from.subtract(value));
    }

    private JsonNode multiply(JsonNode[] arguments) {
        JsonNode by = Values.argument(arguments, 1);
        if (by == null) {
            return decimal(arguments);
        }
        BigDecimal value = number(by);
        return value == null ? notANumber(by) : result(arguments, 0, it -> it.multiply(value));
    }

    /** A divisor that is absent is one, as where a price is for one unit if nothing is said. */
    private JsonNode divide(JsonNode[] arguments) {
        JsonNode by = Values.argument(arguments, 1);
        if (by == null) {
            return decimal(arguments);
        }
        BigDecimal divisor = number(by);
        if (divisor == null || divisor.signum() == 0) {
            return new Unusable("not-a-number", "a decimal number other than 0", by);
        }
        return result(arguments, 0, it -> quotient(it, divisor));
    }

    private static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        return divisor.compareTo(BigDecimal.ONE) == 0
                ? dividend
                : dividend.divide(divisor, SCALE, RoundingMode.HALF_UP);
    }

    private JsonNode result(JsonNode[] arguments, int index, UnaryOperator<BigDecimal> change) {
        JsonNode argument = Values.argument(arguments, index);
        if (argument == null) {
            return null;
        }
        BigDecimal value = number(argument);
        return value == null
                ? notANumber(argument)
                : Values.derived(plain(change.apply(value)), argument);
    }

    private static Unusable notANumber(JsonNode found) {
        return found instanceof Unusable already
                ? already
                : new Unusable("not-a-number", "a decimal number", found);
    }

    /** The number that a value is; {@code null} if it is none. */
    private BigDecimal number(JsonNode node) {
        if (node == null || node instanceof Unusable) {
            return null;
        }
        String text = node.asText().strip();
        if (!NUMBER.matcher(text).matches() || (!comma && text.indexOf(',') >= 0)) {
            return null;
        }
        return new BigDecimal(text.replace(',', '.'));
    }

    private static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
