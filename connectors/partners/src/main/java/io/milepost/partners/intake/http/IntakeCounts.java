package io.milepost.partners.intake.http;

import io.milepost.events.PartnerChannel;
import io.milepost.partners.intake.IntakeWatch;
import io.milepost.partners.intake.Receipt;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what becomes of what partners send, as Prometheus reads it. */
public final class IntakeCounts implements IntakeWatch {

    private final Map<String, LongAdder> receipts = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> repeats = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> transactions = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> bytes = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> refused = new ConcurrentSkipListMap<>();

    @Override
    public void taken(String profile, PartnerChannel channel, Receipt receipt, boolean repeated) {
        String labels = labels(profile, channel);
        if (repeated) {
            add(repeats, labels, 1);
        } else {
            add(receipts, labels, 1);
            add(transactions, labels, receipt.transactions());
            add(bytes, labels, receipt.length());
        }
    }

    @Override
    public void refused(String profile, PartnerChannel channel, Reason reason) {
        String labels = labels(profile == null ? "" : profile, channel);
        add(refused, labels + ",reason=\"" + word(reason) + "\"", 1);
    }

    /** All of it in the text format of Prometheus, version 0.0.4. */
    public String text() {
        StringBuilder text = new StringBuilder();
        write(text, "receipts", "Calls and files that lie in Kafka.", receipts);
        write(text, "repeats", "Signed calls that were given their receipt again.", repeats);
        write(text, "transactions", "Transactions in them.", transactions);
        write(text, "bytes", "Bytes of them.", bytes);
        write(text, "refused", "Calls and files that were not taken.", refused);
        return text.toString();
    }

    private static void add(Map<String, LongAdder> counts, String labels, long more) {
        counts.computeIfAbsent(labels, key -> new LongAdder()).add(more);
    }

    private static String labels(String profile, PartnerChannel channel) {
        return "profile=\"" + profile + "\",channel=\"" + word(channel) + "\"";
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void write(
            StringBuilder text, String what, String help, Map<String, LongAdder> counts) {
        String name = "milepost_intake_" + what + "_total";
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(" counter\n");
        counts.forEach(
                (labels, count) ->
                        text.append(name)
                                .append('{')
                                .append(labels)
                                .append("} ")
                                .append(count.sum())
                                .append('\n'));
    }
}
