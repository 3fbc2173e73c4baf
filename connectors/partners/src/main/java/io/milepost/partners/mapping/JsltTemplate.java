package io.milepost.partners.mapping;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import io.milepost.partners.message.InterchangeHeader;
import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.message.Place;
import io.milepost.partners.message.Problem;
import java.util.List;
import java.util.Map;

/** A compiled template. */
final class JsltTemplate implements Template {

    private final String name;
    private final Expression expression;
    private final LoopCounts counts;

    JsltTemplate(String name, Expression expression, LoopCounts counts) {
        this.name = name;
        this.expression = expression;
        this.counts = counts;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Mapping apply(PartnerMessage message) {
        try {
            counts.begin();
            return new Mapping(
                    expression.apply(
                            Map.of(TemplateCheck.MESSAGE, beside(message)), message.body()),
                    List.of());
        } catch (JsltException e) {
            return failed(e.getLine(), e.getMessageWithoutLocation());
        } catch (StackOverflowError e) {
            return failed(0, "expected a message that is nested less");
        } catch (RuntimeException e) {
            // JSLT lets exceptions of its own through, such as those of numbers that are too long.
            return failed(0, e.toString());
        }
    }

    private Mapping failed(int line, String message) {
        Problem problem =
                Problem.error(
                        "template-failed",
                        Place.WHOLE,
                        "template " + name + (line > 0 ? " line " + line : "") + ": " + message);
        return new Mapping(MissingNode.getInstance(), List.of(problem));
    }

    private static ObjectNode beside(PartnerMessage message) {
        InterchangeHeader header = message.header();
        ObjectNode beside = JsonNodeFactory.instance.objectNode();
        beside.put("format", message.format().name());
        beside.put("type", message.type());
        put(beside, "version", message.version());
        put(beside, "sender", header.sender());
        put(beside, "receiver", header.receiver());
        put(beside, "controlNumber", header.controlNumber());
        put(beside, "groupControlNumber", header.groupControlNumber());
        put(beside, "messageControlNumber", header.messageControlNumber());
        put(
                beside,
                "preparedAt",
                header.preparedAt() == null ? null : header.preparedAt().toString());
        return beside;
    }

    private static void put(ObjectNode object, String field, String value) {
        if (value != null) {
            object.put(field, value);
        }
    }
}
