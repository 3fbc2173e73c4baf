package io.milepost.local.partners;

import java.io.IOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What partners have sent to the intake, so that the same can come again: an interchange in a new
 * call, a webhook as the same one. Not for several threads.
 */
final class Outbox {

    private static final long MILLI = 1_000;

    private final StoryIntake intake;
    private final SaidAndHeard books;
    private final boolean played;
    private final String lost;
    private final Map<Voice, Long> sent = new EnumMap<>(Voice.class);
    private final Map<String, Long> controls = new HashMap<>();
    private final Map<String, Sent> byEvent = new HashMap<>();
    private final Map<String, Integer> repeats = new HashMap<>();
    private long repeated;

    private record Sent(Correspondent who, String id, byte[] bytes) {}

    /**
     * Nothing was sent yet.
     *
     * @param books are told what was said for the first time
     * @param played whether what is sent is known at the story's times, and not when it comes
     * @param lost partner id of a supplier whose messages get lost; {@code null} for none
     */
    Outbox(StoryIntake intake, SaidAndHeard books, boolean played, String lost) {
        this.intake = intake;
        this.books = books;
        this.played = played;
        this.lost = lost;
    }

    /** The next control number of a partner. */
    long control(Correspondent who) {
        return controls.merge(who.profile(), 1L, Long::sum);
    }

    /** Whether what a partner sends gets lost. */
    boolean loses(Correspondent who) {
        return who.partner().equals(lost);
    }

    /**
     * Sends a message.
     *
     * @param events keys of what it says, under which it can be sent again
     */
    void send(
            Collection<String> events, Correspondent who, String id, Draft draft, long knownMicros)
            throws IOException, InterruptedException {
        books.said(draft.identities());
        Sent message = new Sent(who, id, draft.bytes());
        post(message, id, knownMicros);
        events.forEach(event -> byEvent.put(event, message));
    }

    /**
     * Sends the message again that said something.
     *
     * @param event its key
     * @return whether there was one
     */
    boolean again(String event, long knownMicros) throws IOException, InterruptedException {
        Sent message = byEvent.get(event);
        if (message == null) {
            return false;
        }
        repeated++;
        int time = repeats.merge(message.id(), 1, Integer::sum);
        Voice voice = message.who().voice();
        boolean sameCall = voice == Voice.WEBHOOK || voice == Voice.UBL;
        post(message, sameCall ? message.id() : message.id() + "-again-" + time, knownMicros);
        return true;
    }

    private void post(Sent message, String id, long knownMicros)
            throws IOException, InterruptedException {
        Correspondent who = message.who();
        sent.merge(who.voice(), 1L, Long::sum);
        if (!loses(who)) {
            String name = id.replaceAll("[.\\s]", "-");
            intake.post(who, name, message.bytes(), played ? knownMicros / MILLI : null);
        }
    }

    /** How many messages were sent in each format, those that were sent again too. */
    Map<String, Long> byFormat() {
        Map<String, Long> byFormat = new LinkedHashMap<>();
        for (Voice voice : Voice.values()) {
            byFormat.put(voice.title(), sent.getOrDefault(voice, 0L));
        }
        return byFormat;
    }

    /** How many were sent again. */
    long repeated() {
        return repeated;
    }
}
