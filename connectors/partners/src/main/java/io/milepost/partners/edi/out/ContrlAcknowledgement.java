package io.milepost.partners.edi.out;

import io.milepost.partners.edi.out.TransactionOutcome.Fault;
import io.milepost.partners.message.InterchangeHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says to the sender of an EDIFACT interchange what became of it: CONTRL. */
public final class ContrlAcknowledgement {

    private static final String VERSION = "D:3:UN";
    private static final String ACCEPTED = "7";
    private static final String REFUSED = "4";
    private static final String RECEIVED = "8";

    /** More segments in error than this are not listed; the message is refused all the same. */
    private static final int MOST_SEGMENTS = 50;

    private ContrlAcknowledgement() {}

    /**
     * One CONTRL for an interchange; none if it held nothing but CONTRL, which is never
     * acknowledged.
     *
     * @param interchange who sent it to whom, and its number
     * @param outcomes all its messages
     * @param brief whether only messages are named that are refused, without their segments
     */
    public static Optional<OutTransaction> of(
            InterchangeHeader interchange, List<TransactionOutcome> outcomes, boolean brief) {
        List<TransactionOutcome> told =
                outcomes.stream().filter(o -> !o.type().equals("CONTRL")).toList();
        if (told.isEmpty() && !outcomes.isEmpty()) {
            return Optional.empty();
        }
        List<OutSegment> segments = new ArrayList<>();
        boolean refused = !told.isEmpty() && told.stream().noneMatch(TransactionOutcome::accepted);
        segments.add(
                OutSegment.of("UCI", interchange.controlNumber())
                        .and(party(interchange.sender()))
                        .and(party(interchange.receiver()))
                        .and(told.isEmpty() ? RECEIVED : refused ? REFUSED : ACCEPTED));
        told.stream()
                .filter(outcome -> !brief || !outcome.accepted())
                .forEach(outcome -> message(outcome, brief ? 0 : MOST_SEGMENTS, segments));
        return Optional.of(new OutTransaction("CONTRL", VERSION, "1", segments));
    }

    private static String[] party(String identity) {
        if (identity == null) {
            return new String[] {""};
        }
        OutEnvelope.Party party = OutEnvelope.Party.of(identity);
        return new String[] {party.id(), party.qualifier()};
    }

    private static void message(
            TransactionOutcome outcome, int mostSegments, List<OutSegment> segments) {
        List<String> identity = new ArrayList<>(List.of(outcome.type()));
        if (outcome.version() != null) {
            identity.addAll(List.of(outcome.version().split(":", -1)));
        }
        OutSegment message =
                OutSegment.of("UCM", outcome.header().messageControlNumber())
                        .and(identity.toArray(String[]::new))
                        .and(outcome.accepted() ? ACCEPTED : REFUSED);
        Optional<String> reason =
                outcome.accepted() ? Optional.empty() : Optional.of(reason(outcome));
        segments.add(reason.isPresent() ? message.and(reason.get()) : message);
        outcome.faults().stream()
                .filter(f -> f.error() && f.segment() > 0)
                .limit(mostSegments)
                .forEach(f -> segment(f, segments));
    }

    private static void segment(Fault fault, List<OutSegment> segments) {
        segments.add(OutSegment.of("UCS", Integer.toString(fault.segment()), code(fault)));
        if (fault.element() > 0) {
            segments.add(OutSegment.of("UCD", code(fault)).and(Integer.toString(fault.element())));
        }
    }

    /** The syntax error, in the codes of element 0085. */
    private static String code(Fault fault) {
        return fault.code().equals("segment-tag") ? "15" : "12";
    }

    private static String reason(TransactionOutcome outcome) {
        return outcome.has("transaction-not-ended") ? "13" : "18";
    }
}
