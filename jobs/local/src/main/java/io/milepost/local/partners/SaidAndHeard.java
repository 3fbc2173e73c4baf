package io.milepost.local.partners;

import io.milepost.events.CarrierEvent;
import io.milepost.events.SupplierEvent;
import io.milepost.events.TechnicalAcknowledgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds what partners said against what the intake heard: each thing that was said must have become
 * an event, as often as it was said anew, and nothing else may have.
 */
final class SaidAndHeard {

    private static final int TOLD = 20;

    private final Map<String, Integer> balance = new TreeMap<>();
    private long said;
    private long heard;

    void said(List<String> identities) {
        identities.forEach(identity -> balance.merge(identity, 1, Integer::sum));
        said += identities.size();
    }

    /** An event of partner-intake; those of what partner-delivery did were said by nobody. */
    void heard(SupplierEvent event) {
        boolean ours = event.getEnvelope().getSourceSystem().equals("partner-delivery");
        if (!ours && !isOfNumbers(event)) {
            heard(Identity.of(event));
        }
    }

    void heard(CarrierEvent event) {
        heard(Identity.of(event));
    }

    private void heard(String identity) {
        balance.merge(identity, -1, Integer::sum);
        heard++;
    }

    /** An acknowledgement that names numbers of ours, and no order. */
    static boolean isOfNumbers(SupplierEvent event) {
        return event.getBody() instanceof TechnicalAcknowledgement
                && event.getOrderName().isEmpty();
    }

    long said() {
        return said;
    }

    long heard() {
        return heard;
    }

    /** Lines of text with what was said and not heard, or heard and not said. */
    List<String> differences() {
        List<String> lines = new ArrayList<>();
        balance.forEach(
                (identity, count) -> {
                    if (count > 0) {
                        lines.add("  %s: said %d times more than heard".formatted(identity, count));
                    } else if (count < 0) {
                        lines.add(
                                "  %s: heard %d times more than said".formatted(identity, -count));
                    }
                });
        int more = lines.size() - TOLD;
        if (more > 0) {
            lines.subList(TOLD, lines.size()).clear();
            lines.add("  and " + more + " more");
        }
        return lines;
    }
}
