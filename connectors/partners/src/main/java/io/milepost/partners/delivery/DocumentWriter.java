package io.milepost.partners.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.events.PartnerOutbound;
import io.milepost.partners.edi.out.EdiWriter;
import io.milepost.partners.edi.out.OutTransaction;
import io.milepost.partners.mapping.JsltEngine;
import io.milepost.partners.mapping.Mapping;
import io.milepost.partners.mapping.Template;
import io.milepost.partners.mapping.TemplateException;
import io.milepost.partners.message.Format;
import io.milepost.partners.message.InterchangeHeader;
import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.message.Places;
import io.milepost.partners.profile.DocumentRule;
import io.milepost.partners.profile.PartnerProfile;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes documents in the format of one partner, by the templates of its profile. The same document
 * under the same number is written in the same bytes. Safe for many threads.
 */
public final class DocumentWriter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PartnerProfile profile;
    private final OrderTree tree;
    private final Map<String, Template> templates = new HashMap<>();

    private DocumentWriter(PartnerProfile profile) {
        this.profile = profile;
        this.tree = new OrderTree(profile);
    }

    /**
     * A writer for a partner.
     *
     * @throws TemplateException with everything that is wrong with a template of it
     */
    public static DocumentWriter of(PartnerProfile profile) throws TemplateException {
        DocumentWriter writer = new DocumentWriter(profile);
        JsltEngine engine = new JsltEngine();
        for (Map.Entry<String, DocumentRule> kind : profile.outbound().entrySet()) {
            DocumentRule rule = kind.getValue();
            if (rule.template() != null) {
                writer.templates.put(
                        kind.getKey(),
                        engine.compile(rule.template(), rule.source(), profile.terms()));
            }
        }
        return writer;
    }

    /** The profile that it writes by. */
    public PartnerProfile profile() {
        return profile;
    }

    /** Why documents of this kind are not sent; {@code null} if they are. */
    public String nothing(PartnerOutbound document) {
        DocumentRule rule = profile.outbound().get(kind(document));
        return rule == null ? null : rule.nothing();
    }

    /**
     * Writes a document.
     *
     * @param controlNumber the number of its interchange
     * @param preparedAt when it is said to be prepared
     * @throws UnwritableException if it does not fit into the format
     */
    public WrittenDocument write(PartnerOutbound document, long controlNumber, Instant preparedAt)
            throws UnwritableException {
        if (document.getReply() != null) {
            ReplyWriter replies = new ReplyWriter(profile);
            byte[] bytes =
                    replies.write(document, tree.parties(document), controlNumber, preparedAt);
            return again(replies.type(document), bytes);
        }
        JsonNode made = made(document);
        return switch (profile.format()) {
            case X12 -> interchange(made, "0001", controlNumber, preparedAt);
            case EDIFACT -> interchange(made, "1", controlNumber, preparedAt);
            case JSON -> json(document, made);
            case UBL -> again(UblText.type(made), UblText.write(made));
        };
    }

    /** A document that was written before. */
    public WrittenDocument again(String messageType, byte[] bytes) {
        return switch (profile.format()) {
            case X12 -> new WrittenDocument(messageType, "application/edi-x12", "edi", bytes);
            case EDIFACT -> new WrittenDocument(messageType, "application/edifact", "edi", bytes);
            case JSON -> new WrittenDocument(messageType, "application/json", "json", bytes);
            case UBL -> new WrittenDocument(messageType, "application/xml", "xml", bytes);
        };
    }

    private WrittenDocument interchange(
            JsonNode made, String number, long controlNumber, Instant at)
            throws UnwritableException {
        OutTransaction transaction = Segments.transaction(made, number);
        try {
            return again(
                    transaction.type(),
                    EdiWriter.write(
                            profile.format(),
                            profile.delivery().envelope(controlNumber, at),
                            List.of(transaction)));
        } catch (IllegalArgumentException e) {
            throw new UnwritableException(e.getMessage(), e);
        }
    }

    private WrittenDocument json(PartnerOutbound document, JsonNode made)
            throws UnwritableException {
        try {
            return again(kind(document), JSON.writeValueAsBytes(made));
        } catch (JsonProcessingException e) {
            throw new UnwritableException("JSON: " + e.getMessage(), e);
        }
    }

    private JsonNode made(PartnerOutbound document) throws UnwritableException {
        ObjectNode said = tree.of(document);
        Template template = templates.get(kind(document));
        if (template == null) {
            if (profile.format() != Format.JSON) {
                throw new UnwritableException(
                        "outbound.%s: expected a template in profile %s but found none"
                                .formatted(kind(document), profile.name()));
            }
            return said;
        }
        Mapping mapping =
                template.apply(
                        new PartnerMessage(
                                Format.JSON,
                                kind(document),
                                null,
                                InterchangeHeader.NONE,
                                said,
                                new Places(),
                                List.of()));
        if (!mapping.problems().isEmpty()) {
            throw new UnwritableException(
                    template.name() + ": " + mapping.problems().get(0).message());
        }
        return mapping.output();
    }

    private static String kind(PartnerOutbound document) {
        return document.getKind().name().toLowerCase(Locale.ROOT);
    }
}
