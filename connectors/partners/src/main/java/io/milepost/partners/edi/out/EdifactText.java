package io.milepost.partners.edi.out;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * An EDIFACT interchange as text: syntax version 3 in ISO 8859-1 where that can say it all, else
 * version 4 in UTF-8.
 */
final class EdifactText {

    private static final DateTimeFormatter SHORT_DATE =
            DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter LONG_DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HHmm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final String RELEASED = "+:'?";

    private final OutEnvelope envelope;
    private final List<OutTransaction> messages;
    private final boolean latin;
    private final StringBuilder text = new StringBuilder();

    EdifactText(OutEnvelope envelope, List<OutTransaction> messages) {
        this.envelope = envelope;
        this.messages = messages;
        StringBuilder values = new StringBuilder(envelope.sender().id() + envelope.receiver().id());
        for (OutTransaction message : messages) {
            for (OutSegment segment : message.segments()) {
                segment.elements().forEach(e -> e.forEach(values::append));
            }
        }
        this.latin = StandardCharsets.ISO_8859_1.newEncoder().canEncode(values);
    }

    byte[] bytes() {
        text.append(latin ? "UNA:+.? '" : "UNA:+.?*'").append('\n');
        interchange();
        messages.forEach(this::message);
        segment(
                OutSegment.of(
                        "UNZ",
                        Integer.toString(messages.size()),
                        Long.toString(envelope.controlNumber())));
        Charset charset = latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        return text.toString().getBytes(charset);
    }

    private void interchange() {
        DateTimeFormatter date = latin ? SHORT_DATE : LONG_DATE;
        OutSegment unb =
                new OutSegment("UNB", List.of())
                        .and(latin ? "UNOC" : "UNOW", latin ? "3" : "4")
                        .and(checked(envelope.sender(), "sender"), envelope.sender().qualifier())
                        .and(
                                checked(envelope.receiver(), "receiver"),
                                envelope.receiver().qualifier())
                        .and(date.format(envelope.preparedAt()), TIME.format(envelope.preparedAt()))
                        .and(Long.toString(envelope.controlNumber()))
                        .and("")
                        .and("")
                        .and("")
                        .and(envelope.acknowledgementWanted() ? "1" : "")
                        .and("")
                        .and(envelope.test() ? "1" : "");
        segment(unb);
    }

    private static String checked(OutEnvelope.Party party, String name) {
        if (party.id().length() > 35) {
            throw new IllegalArgumentException(
                    name + ": id: must have at most 35 characters but was '" + party.id() + "'");
        }
        return party.id();
    }

    private void message(OutTransaction message) {
        List<String> identity = new ArrayList<>(List.of(message.type()));
        if (message.version() == null) {
            throw new IllegalArgumentException(
                    "version of " + message.type() + ": must be there, such as D:96A:UN");
        }
        identity.addAll(Arrays.asList(message.version().split(":", -1)));
        segment(OutSegment.of("UNH", message.controlNumber()).and(identity.toArray(String[]::new)));
        message.segments().forEach(this::segment);
        segment(
                OutSegment.of(
                        "UNT",
                        Integer.toString(message.segments().size() + 2),
                        message.controlNumber()));
    }

    private void segment(OutSegment segment) {
        List<String> elements = new ArrayList<>();
        for (List<String> components : segment.elements()) {
            List<String> released = components.stream().map(this::released).toList();
            int last = released.size();
            while (last > 0 && released.get(last - 1).isEmpty()) {
                last--;
            }
            elements.add(String.join(":", released.subList(0, last)));
        }
        int last = elements.size();
        while (last > 0 && elements.get(last - 1).isEmpty()) {
            last--;
        }
        text.append(segment.tag());
        elements.subList(0, last).forEach(e -> text.append('+').append(e));
        text.append("'\n");
    }

    private String released(String value) {
        String plain = EdiWriter.plain(value);
        StringBuilder released = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (RELEASED.indexOf(c) >= 0 || (c == '*' && !latin)) {
                released.append('?');
            }
            released.append(c);
        }
        return released.toString();
    }
}
