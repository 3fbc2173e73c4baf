package io.milepost.partners.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.milepost.partners.message.Format;
import io.milepost.partners.message.InterchangeHeader;
import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.message.Place;
import io.milepost.partners.message.Places;
import io.milepost.partners.message.Problem;
import java.io.IOException;
import java.util.List;

/**
 * Reads JSON documents of any shape. Numbers become the text that the sender wrote, so that no
 * digit is lost and no exponent can blow up; a name that is there twice is refused, since nobody
 * knows which of the two was meant. A document that is a list becomes an object whose field {@code
 * list} it is. Safe for many threads.
 */
public final class JsonReader {

    private static final String LIST = "list";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonLimits limits;
    private final JsonFactory factory;

    /** With the usual limits. */
    public JsonReader() {
        this(JsonLimits.USUAL);
    }

    /** With limits. */
    public JsonReader(JsonLimits limits) {
        this.limits = limits;
        this.factory =
                JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxNestingDepth(limits.depth())
                                        .maxNumberLength(limits.numberLength())
                                        .maxStringLength(limits.bytes())
                                        .maxNameLength(1_000)
                                        .build())
                        .build();
    }

    /**
     * Reads a document. Nothing is thrown for what is wrong with it.
     *
     * @param type what it is, by the partner's profile
     */
    public PartnerMessage read(byte[] bytes, String type) {
        Places places = new Places();
        if (bytes.length > limits.bytes()) {
            return unusable(
                    type,
                    places,
                    "too-large",
                    Place.WHOLE,
                    "expected at most %d bytes but found %d"
                            .formatted(limits.bytes(), bytes.length));
        }
        Tree tree = new Tree(places, limits.values());
        try (JsonParser parser = factory.createParser(bytes)) {
            JsonNode root = tree.read(parser);
            return new PartnerMessage(
                    Format.JSON,
                    type,
                    null,
                    InterchangeHeader.NONE,
                    root instanceof ObjectNode object ? object : NODES.objectNode().set(LIST, root),
                    places,
                    List.of());
        } catch (TooManyValuesException e) {
            return unusable(type, places, "too-large", e.place(), e.getMessage());
        } catch (StreamConstraintsException e) {
            return unusable(type, places, "too-large", place(e, tree), e.getOriginalMessage());
        } catch (StreamReadException e) {
            boolean twice = e.getOriginalMessage().startsWith("Duplicate field");
            return unusable(
                    type,
                    places,
                    twice ? "duplicate-name" : "not-json",
                    place(e, tree),
                    e.getOriginalMessage().lines().findFirst().orElse("this is no JSON"));
        } catch (IOException e) {
            return unusable(type, places, "not-json", Place.WHOLE, String.valueOf(e.getMessage()));
        }
    }

    private static Place place(JsonProcessingException e, Tree tree) {
        JsonLocation at = e.getLocation();
        String path = tree.path();
        return at == null
                ? new Place(0, 0, path)
                : new Place(Math.max(0, at.getLineNr()), Math.max(0, at.getColumnNr()), path);
    }

    private static PartnerMessage unusable(
            String type, Places places, String code, Place place, String message) {
        return new PartnerMessage(
                Format.JSON,
                type,
                null,
                InterchangeHeader.NONE,
                NODES.objectNode(),
                places,
                List.of(Problem.error(code, place, message)));
    }

    private static final class TooManyValuesException extends IOException {

        private static final long serialVersionUID = 1L;

        private final transient Place place;

        TooManyValuesException(int most, Place place) {
            super("expected at most " + most + " values but found more");
            this.place = place;
        }

        Place place() {
            return place;
        }
    }

    /** Builds the tree of one document. */
    private static final class Tree {

        private final Places places;
        private final int most;
        private final StringBuilder path = new StringBuilder();
        private int values;

        Tree(Places places, int most) {
            this.places = places;
            this.most = most;
        }

        String path() {
            return path.length() == 0 ? "/" : path.toString();
        }

        JsonNode read(JsonParser parser) throws IOException {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new JsonParseException(parser, "expected a document but found nothing");
            }
            JsonNode root = value(parser, token);
            if (parser.nextToken() != null) {
                throw new JsonParseException(
                        parser, "expected the end but found more after the document");
            }
            return root;
        }

        private JsonNode value(JsonParser parser, JsonToken token) throws IOException {
            JsonLocation at = parser.currentTokenLocation();
            Place place = new Place(at.getLineNr(), at.getColumnNr(), path());
            if (++values > most) {
                throw new TooManyValuesException(most, place);
            }
            JsonNode node =
                    switch (token) {
                        case START_OBJECT -> object(parser);
                        case START_ARRAY -> list(parser);
                        case VALUE_TRUE -> BooleanNode.TRUE;
                        case VALUE_FALSE -> BooleanNode.FALSE;
                        case VALUE_NULL -> NullNode.getInstance();
                        default -> new TextNode(parser.getText());
                    };
            if (node instanceof TextNode || node.isContainerNode()) {
                places.put(node, place);
            }
            return node;
        }

        private ObjectNode object(JsonParser parser) throws IOException {
            ObjectNode object = NODES.objectNode();
            int before = path.length();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                path.append('/').append(name.replace("~", "~0").replace("/", "~1"));
                object.set(name, value(parser, parser.nextToken()));
                path.setLength(before);
            }
            return object;
        }

        private ArrayNode list(JsonParser parser) throws IOException {
            ArrayNode list = NODES.arrayNode();
            int before = path.length();
            for (JsonToken token = parser.nextToken();
                    token != JsonToken.END_ARRAY;
                    token = parser.nextToken()) {
                path.append('/').append(list.size());
                list.add(value(parser, token));
                path.setLength(before);
            }
            return list;
        }
    }
}
