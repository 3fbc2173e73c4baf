package io.milepost.local.odoo;

import io.milepost.local.feed.TimedEvent;
import io.milepost.local.partners.Correspondence.Word;
import io.milepost.local.partners.PartnerFigures;
import java.io.IOException;
import java.util.List;

/** How the suppliers and carriers of a story are heard and told. */
interface PartnerSide extends AutoCloseable {

    /**
     * Partners say something; when this returns, everything that the milestones job hears of it can
     * be read, with the promise that nothing known before a time follows.
     *
     * @param words what is said in a step
     * @param orders whether orders were written or changed since the step before
     * @param end of the step, microseconds
     */
    void speak(List<Word> words, boolean orders, long end) throws IOException, InterruptedException;

    /** What the milestones job heard from partners until now. */
    List<TimedEvent> heard() throws IOException, InterruptedException;

    /** Promises that nothing that is known before a time is said from now on. */
    void promise(long micros);

    /** How many promises were written. */
    long promises();

    /**
     * What went to and fro; {@code null} where nothing does.
     *
     * @param heard what the milestones job heard
     */
    PartnerFigures figures(List<TimedEvent> heard) throws IOException;

    /** Lines of text with what got lost on the way; empty if nothing did. */
    List<String> differences();

    @Override
    void close() throws IOException;
}
