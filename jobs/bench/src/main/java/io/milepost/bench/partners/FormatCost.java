package io.milepost.bench.partners;

import io.milepost.partners.mapping.TemplateException;
import io.milepost.partners.profile.PartnerProfiles;
import io.milepost.partners.trial.PartnerTrial;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What it costs to read one message of a format and to map it, in CPU time of one thread: the
 * sample of a shipped profile, again and again, as the job partner-intake treats it.
 */
final class FormatCost {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final String title;
    private final byte[] message;
    private final PartnerTrial trial;
    private final int events;
    private final List<Double> micros = new ArrayList<>();

    /**
     * @param profile a profile that ships
     * @param sample one of its samples
     */
    FormatCost(String title, String profile, String sample) throws IOException, TemplateException {
        this.title = title;
        message = PartnerProfiles.shippedSource(profile).files().get("samples/" + sample);
        trial = new PartnerTrial(PartnerProfiles.shipped(profile));
        events = once();
        if (events == 0) {
            throw new IllegalStateException(profile + "/" + sample + " makes no event");
        }
    }

    private int once() {
        return trial.of(message, Instant.EPOCH).stream().mapToInt(it -> it.events().size()).sum();
    }

    /**
     * Measures so many messages.
     *
     * @param counts whether the figure counts; the first does not, while code is compiled
     */
    void measure(int messages, boolean counts) {
        long before = THREADS.getCurrentThreadCpuTime();
        run(messages);
        if (counts) {
            micros.add((THREADS.getCurrentThreadCpuTime() - before) / 1000.0 / messages);
        }
    }

    private void run(int messages) {
        int told = 0;
        for (int i = 0; i < messages; i++) {
            told += once();
        }
        if (told != events * messages) {
            throw new IllegalStateException(title + ": expected the same events each time");
        }
    }

    double median() {
        return micros.stream().sorted().skip(micros.size() / 2).findFirst().orElseThrow();
    }

    /** A row of the table. */
    String row(double reference) {
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %d | %.0f | %.2f | %,.0f | %,.0f | %s |",
                title,
                message.length,
                events,
                median(),
                median() / reference,
                1e6 / median(),
                1e6 * events / median(),
                String.join(
                        " ",
                        micros.stream()
                                .map(it -> String.format(Locale.ROOT, "%.0f", it))
                                .toList()));
    }
}
