package io.milepost.partners.edi.out;

import io.milepost.partners.edi.out.TransactionOutcome.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says to the sender of X12 groups what became of them: 997, or 999 for those who want that. */
public final class X12Acknowledgement {

    /** More segments in error than this are not listed; the transaction is refused all the same. */
    private static final int MOST_SEGMENTS = 50;

    private final boolean implementation;
    private final boolean brief;

    private X12Acknowledgement(boolean implementation, boolean brief) {
        this.implementation = implementation;
        this.brief = brief;
    }

    /**
     * One 997 a group, in the order of the outcomes; outcomes of acknowledgements are left out, for
     * they are never acknowledged.
     *
     * @param outcomes all transactions of one interchange
     * @param brief whether only transactions are named that are not simply accepted, without their
     *     segments; the counts are of all
     */
    public static List<OutTransaction> functional(
            List<TransactionOutcome> outcomes, boolean brief) {
        return new X12Acknowledgement(false, brief).write(outcomes);
    }

    /** The same as 999. */
    public static List<OutTransaction> implementation(
            List<TransactionOutcome> outcomes, boolean brief) {
        return new X12Acknowledgement(true, brief).write(outcomes);
    }

    private List<OutTransaction> write(List<TransactionOutcome> outcomes) {
        Map<String, List<TransactionOutcome>> groups = new LinkedHashMap<>();
        for (TransactionOutcome outcome : outcomes) {
            boolean acknowledgement =
                    outcome.group().equals("FA") || outcome.type().matches("997|999|TA1");
            if (!acknowledgement) {
                groups.computeIfAbsent(
                                String.valueOf(outcome.header().groupControlNumber()),
                                g -> new ArrayList<>())
                        .add(outcome);
            }
        }
        List<OutTransaction> acknowledgements = new ArrayList<>();
        for (List<TransactionOutcome> group : groups.values()) {
            acknowledgements.add(
                    new OutTransaction(
                            implementation ? "999" : "997",
                            implementation ? "005010X231A1" : null,
                            String.format(Locale.ROOT, "%04d", acknowledgements.size() + 1),
                            group(group)));
        }
        return acknowledgements;
    }

    private List<OutSegment> group(List<TransactionOutcome> group) {
        TransactionOutcome any = group.get(0);
        String number = any.header().groupControlNumber();
        // A transaction that was cut off was not read, and does not know its group.
        String kind =
                group.stream()
                        .map(TransactionOutcome::group)
                        .filter(k -> !k.isEmpty())
                        .findFirst()
                        .orElseGet(() -> FunctionalGroups.of(any.type()));
        List<OutSegment> segments = new ArrayList<>();
        segments.add(
                implementation
                        ? OutSegment.of("AK1", kind, number, any.version())
                        : OutSegment.of("AK1", kind, number));
        group.forEach(outcome -> transaction(outcome, segments));
        long accepted = group.stream().filter(TransactionOutcome::accepted).count();
        String all = Integer.toString(group.size());
        segments.add(
                OutSegment.of("AK9", state(group, accepted), all, all, Long.toString(accepted)));
        return segments;
    }

    private static String state(List<TransactionOutcome> group, long accepted) {
        if (accepted == 0) {
            return "R";
        }
        if (accepted < group.size()) {
            return "P";
        }
        return group.stream().allMatch(o -> reasons(o).isEmpty()) ? "A" : "E";
    }

    private void transaction(TransactionOutcome outcome, List<OutSegment> segments) {
        List<String> reasons = reasons(outcome);
        if (brief && outcome.accepted() && reasons.isEmpty()) {
            return;
        }
        segments.add(OutSegment.of("AK2", outcome.type(), outcome.header().messageControlNumber()));
        outcome.faults().stream()
                .filter(f -> f.error() && f.segment() > 0)
                .limit(brief ? 0 : MOST_SEGMENTS)
                .forEach(f -> segment(f, segments));
        List<String> said = new ArrayList<>();
        said.add(outcome.accepted() ? reasons.isEmpty() ? "A" : "E" : "R");
        said.addAll(reasons);
        segments.add(OutSegment.of(implementation ? "IK5" : "AK5", said.toArray(String[]::new)));
    }

    private void segment(Fault fault, List<OutSegment> segments) {
        String code = fault.code().equals("segment-tag") ? "1" : "8";
        String tag = fault.tag().matches("[A-Z0-9]{2,3}") ? fault.tag() : "ZZZ";
        segments.add(
                OutSegment.of(
                        implementation ? "IK3" : "AK3",
                        tag,
                        Integer.toString(fault.segment()),
                        null,
                        code));
        if (fault.element() > 0) {
            segments.add(
                    OutSegment.of(
                            implementation ? "IK4" : "AK4",
                            Integer.toString(fault.element()),
                            null,
                            "7"));
        }
    }

    /** What is wrong with the transaction as a whole, at most five, in the codes of element 718. */
    private static List<String> reasons(TransactionOutcome outcome) {
        List<String> reasons = new ArrayList<>();
        if (outcome.has("transaction-not-ended")) {
            reasons.add("2");
        }
        if (outcome.has("control-reference-mismatch")) {
            reasons.add("3");
        }
        if (outcome.has("wrong-count")) {
            reasons.add("4");
        }
        boolean segments = outcome.faults().stream().anyMatch(f -> f.error() && f.segment() > 0);
        if (segments || (!outcome.accepted() && reasons.isEmpty())) {
            reasons.add("5");
        }
        return reasons;
    }
}
