package io.milepost.odoo.embedded.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.embedded.error.OdooError;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** Compares a field's value with what a condition names. */
final class Comparison {
    /** Stands for {@code false} or {@code null} in a condition. */
    static final Object NOTHING = Boolean.FALSE;

    private Comparison() {}

    /** What a condition compares with, in the field's own type. */
    static Object operand(Field field, String operator, JsonNode sent) {
        if (operator.endsWith("in") && sent.isArray()) {
            Set<Object> values = new HashSet<>();
            sent.forEach(item -> values.add(single(field, item)));
            return values;
        }
        return single(field, sent);
    }

    private static Object single(Field field, JsonNode sent) {
        if (sent.isNull() || sent.isBoolean() && !sent.asBoolean()) {
            return NOTHING;
        }
        return switch (field.type()) {
            case INTEGER -> sent.asLong();
            case FLOAT, MONETARY -> sent.asDouble();
            case BOOLEAN -> sent.asBoolean();
            case DATE -> Times.date(sent.asText());
            case DATETIME -> Times.compared(sent.asText());
            case MANY2ONE, ONE2MANY, MANY2MANY -> sent.isNumber() ? sent.asLong() : sent.asText();
            default -> sent.asText();
        };
    }

    static boolean holds(Env env, Field field, Object value, String operator, Object operand) {
        return switch (operator) {
            case "=", "==" -> equal(env, field, value, operand);
            case "in" ->
                    operand instanceof Set<?> set
                            ? set.stream().anyMatch(item -> equal(env, field, value, item))
                            : equal(env, field, value, operand);
            case "like" -> text(env, field, value).contains(operand.toString());
            case "ilike" -> lower(text(env, field, value)).contains(lower(operand.toString()));
            case "=like", "=ilike" ->
                    lower(text(env, field, value)).matches(pattern(operand.toString()));
            case "<" -> is(compare(value, operand, field), sign -> sign < 0);
            case "<=" -> is(compare(value, operand, field), sign -> sign <= 0);
            case ">" -> is(compare(value, operand, field), sign -> sign > 0);
            case ">=" -> is(compare(value, operand, field), sign -> sign >= 0);
            default -> throw OdooError.value("Invalid operator in domain: '" + operator + "'");
        };
    }

    private static boolean equal(Env env, Field field, Object value, Object operand) {
        if (value instanceof List<?> list) {
            return operand == NOTHING ? list.isEmpty() : list.contains(operand);
        }
        if (operand == NOTHING) {
            return value == null
                    || NOTHING.equals(value)
                    || value instanceof Number number && number.doubleValue() == 0;
        }
        if (field.type() == Field.Type.MANY2ONE && operand instanceof String name) {
            return value != null && name.equals(text(env, field, value));
        }
        return field.type().isNumber()
                ? is(compare(value, operand, field), sign -> sign == 0)
                : operand.equals(value);
    }

    private static String text(Env env, Field field, Object value) {
        if (value == null) {
            return "";
        }
        return field.type() == Field.Type.MANY2ONE
                ? env.sudo().displayName(field.relation(), (Long) value)
                : value.toString();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String pattern(String like) {
        return Pattern.quote(lower(like)).replace("%", "\\E.*\\Q");
    }

    /** How they compare; {@code null} where SQL says unknown. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Integer compare(Object value, Object operand, Field field) {
        if (field.type().isNumber()) {
            double left = value == null ? 0 : ((Number) value).doubleValue();
            double right = operand == NOTHING ? 0 : ((Number) operand).doubleValue();
            return Double.compare(left, right);
        }
        return value == null || operand == NOTHING
                ? null
                : Integer.signum(((Comparable) value).compareTo(operand));
    }

    private static boolean is(Integer comparison, IntPredicate wanted) {
        return comparison != null && wanted.test(comparison);
    }
}
