package io.milepost.odoo.changes;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * One record as a wire gives it, where {@code false} stands for nothing in every type but boolean
 * and number, and a field that this server does not have is absent.
 */
record Row(JsonNode json) {

    long id() {
        return json.path("id").longValue();
    }

    /** Text; {@code null} for none. */
    String text(String field) {
        JsonNode value = json.path(field);
        return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
    }

    /** Id of the record that a field refers to, bare or with its name; {@code null} for none. */
    Long ref(String field) {
        JsonNode value = json.path(field);
        JsonNode id = value.isArray() ? value.path(0) : value;
        return id.isIntegralNumber() ? Long.valueOf(id.longValue()) : null;
    }

    boolean flag(String field) {
        return json.path(field).booleanValue();
    }

    /** A number; zero for none. */
    BigDecimal number(String field) {
        JsonNode value = json.path(field);
        return value.isNumber() ? value.decimalValue() : BigDecimal.ZERO;
    }

    /** A time or date; {@code null} for none. */
    Instant time(String field) {
        String text = text(field);
        return text == null ? null : OdooTimes.instant(text);
    }

    /** When it was last written, in whole seconds; 1970 for rows that Odoo never wrote. */
    Instant written() {
        Instant time = time("write_date");
        return time == null ? Instant.EPOCH : time;
    }
}
