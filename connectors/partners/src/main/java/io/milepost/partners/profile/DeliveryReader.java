package io.milepost.partners.profile;

import io.milepost.partners.message.Format;
import io.milepost.partners.yaml.Section;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads how documents reach a partner. */
final class DeliveryReader {

    private static final List<String> FIELDS =
            List.of(
                    "since",
                    "url",
                    "folder",
                    "secret",
                    "token",
                    "sender",
                    "receiver",
                    "version",
                    "test",
                    "acknowledged",
                    "reply");
    private static final String NAME = "a name of lower case, digits, dots and hyphens";
    private static final String USUAL_VERSION = "004010";

    private DeliveryReader() {}

    /** The terms; {@code null} if there are none, or they are a problem. */
    static DeliveryTerms read(Section root, Format format) {
        return root.section("delivery", FIELDS).map(it -> terms(it, format)).orElse(null);
    }

    private static DeliveryTerms terms(Section section, Format format) {
        boolean isEdi = format == Format.X12 || format == Format.EDIFACT;
        Instant since =
                section.required(
                        "since",
                        "an instant such as 2026-03-01T00:00:00Z",
                        DeliveryReader::instant,
                        null);
        String url = section.optional("url", "an http or https URL", DeliveryReader::url, null);
        String folder = section.optional("folder", NAME, DeliveryReader::name, null);
        boolean oneWay = section.node("url").isPresent() != section.node("folder").isPresent();
        if (!oneWay) {
            section.problems()
                    .add(
                            section.node(),
                            section.path("url"),
                            "either a url or a folder",
                            section.node("url").isPresent() ? "both" : "neither");
        }
        String sender = party(section, "sender", isEdi);
        String receiver = party(section, "receiver", isEdi);
        if (since == null || (url == null) == (folder == null)) {
            return null;
        }
        return new DeliveryTerms(
                since,
                url,
                folder,
                section.optional("secret", NAME, DeliveryReader::name, null),
                section.optional("token", NAME, DeliveryReader::name, null),
                sender,
                receiver,
                section.optional(
                        "version",
                        "6 digits such as 004010",
                        text -> Optional.of(text).filter(it -> it.matches("[0-9]{6}.{0,6}")),
                        USUAL_VERSION),
                section.optional("test", "true or false", DeliveryReader::flag, false),
                section.optional("acknowledged", "true or false", DeliveryReader::flag, true),
                section.optional(
                        "reply",
                        "none, outside of JSON functional, or in X12 implementation",
                        text -> reply(text, format),
                        DeliveryTerms.Reply.NONE));
    }

    private static String party(Section section, String field, boolean needed) {
        String expected = "an identification such as ZZ:OURCOMPANY";
        return needed
                ? section.required(field, expected, DeliveryReader::identification, null)
                : section.optional(field, expected, DeliveryReader::identification, null);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException notAnInstant) {
            return Optional.empty();
        }
    }

    private static Optional<String> url(String text) {
        try {
            URI uri = URI.create(text);
            boolean usable =
                    uri.getHost() != null
                            && uri.getUserInfo() == null
                            && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
            return usable ? Optional.of(text) : Optional.empty();
        } catch (IllegalArgumentException notAUri) {
            return Optional.empty();
        }
    }

    /** No path: a profile cannot reach beyond the folders that are meant for it. */
    private static Optional<String> name(String text) {
        return Optional.of(text).filter(it -> it.matches("[a-z0-9][a-z0-9.-]{0,63}"));
    }

    private static Optional<String> identification(String text) {
        return Optional.of(text).filter(it -> it.matches("([A-Z0-9]{1,4}:)?[^:]{1,35}"));
    }

    private static Optional<DeliveryTerms.Reply> reply(String text, Format format) {
        return switch (text) {
            case "none" -> Optional.of(DeliveryTerms.Reply.NONE);
            case "functional" ->
                    Optional.of(DeliveryTerms.Reply.FUNCTIONAL).filter(it -> format != Format.JSON);
            case "implementation" ->
                    Optional.of(DeliveryTerms.Reply.IMPLEMENTATION)
                            .filter(it -> format == Format.X12);
            default -> Optional.empty();
        };
    }

    private static Optional<Boolean> flag(String text) {
        return Optional.of(text).filter(it -> it.matches("true|false")).map(Boolean::valueOf);
    }
}
