package io.milepost.local.odoo;

import io.milepost.local.feed.StepFeed;
import io.milepost.local.feed.TimedEvent;
import io.milepost.local.partners.Correspondence.Word;
import io.milepost.local.partners.PartnerFigures;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.local.run.Feeds;
import java.util.ArrayList;
import java.util.List;

/** Writes what partners say into the topics of their events, as partner-intake would. */
final class DirectPartners implements PartnerSide {

    private final StepFeed feed;
    private final List<TimedEvent> said = new ArrayList<>();

    DirectPartners(EmbeddedRun run) {
        feed = Feeds.partners(run.kafka(), run.registry());
    }

    @Override
    public void speak(List<Word> words, boolean orders, long end) {
        List<TimedEvent> events = words.stream().map(Word::event).toList();
        said.addAll(events);
        feed.publish(events, end);
    }

    @Override
    public List<TimedEvent> heard() {
        return List.copyOf(said);
    }

    @Override
    public void promise(long micros) {
        feed.publish(List.of(), micros);
    }

    @Override
    public long promises() {
        return feed.heartbeats();
    }

    @Override
    public PartnerFigures figures(List<TimedEvent> heard) {
        return null;
    }

    @Override
    public List<String> differences() {
        return List.of();
    }

    @Override
    public void close() {
        feed.close();
    }
}
