package io.milepost.partners.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.partners.edi.out.ContrlAcknowledgement;
import io.milepost.partners.edi.out.OutSegment;
import io.milepost.partners.edi.out.OutTransaction;
import io.milepost.partners.edi.out.TransactionOutcome;
import io.milepost.partners.edi.out.X12Acknowledgement;
import io.milepost.partners.message.Format;
import io.milepost.partners.message.InterchangeHeader;
import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.message.Problem;
import io.milepost.partners.profile.DeliveryTerms;
import java.util.List;

/** How what came in was taken, in the words of a technical acknowledgement. */
public final class Replies {

    /** Half of what a record may hold: an answer is beside itself in the ledger. */
    private static final int LONGEST = 500_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private Replies() {}

    /**
     * The acknowledgements of an interchange, each as a template would make it; none if there is
     * nothing to acknowledge, as acknowledgements themselves. Where it would be too long, only the
     * transactions are named that are not simply accepted.
     *
     * @param outcomes all its transactions, in their order
     */
    public static List<String> of(
            DeliveryTerms.Reply reply,
            Format format,
            InterchangeHeader interchange,
            List<TransactionOutcome> outcomes) {
        List<String> said = said(reply, format, interchange, outcomes, false);
        return tooLong(said) ? said(reply, format, interchange, outcomes, true) : said;
    }

    /** Whether acknowledgements are too long to be sent. */
    public static boolean tooLong(List<String> said) {
        return said.stream().mapToLong(String::length).sum() > LONGEST;
    }

    private static List<String> said(
            DeliveryTerms.Reply reply,
            Format format,
            InterchangeHeader interchange,
            List<TransactionOutcome> outcomes,
            boolean brief) {
        List<OutTransaction> said =
                switch (reply) {
                    case NONE -> List.of();
                    case IMPLEMENTATION -> X12Acknowledgement.implementation(outcomes, brief);
                    case FUNCTIONAL ->
                            format == Format.X12
                                    ? X12Acknowledgement.functional(outcomes, brief)
                                    : ContrlAcknowledgement.of(interchange, outcomes, brief)
                                            .map(List::of)
                                            .orElse(List.of());
                };
        return said.stream().map(Replies::json).toList();
    }

    /**
     * The acknowledgement of a UBL document; none of an acknowledgement.
     *
     * @param found what was found before it was read, and kept it from being read
     */
    public static List<String> ofDocument(PartnerMessage message, List<String> found) {
        if (message.type().equals(UblResponse.TYPE)) {
            return List.of();
        }
        List<String> problems = found;
        if (found.isEmpty() && !message.usable()) {
            problems = message.problems().stream().map(Problem::toString).toList();
        }
        return List.of(UblResponse.of(message, problems).toString());
    }

    private static String json(OutTransaction transaction) {
        ObjectNode made = JSON.createObjectNode();
        made.put("type", transaction.type());
        if (transaction.version() != null) {
            made.put("version", transaction.version());
        }
        ArrayNode segments = made.putArray("segments");
        for (OutSegment segment : transaction.segments()) {
            ArrayNode list = segments.addArray();
            list.add(segment.tag());
            for (List<String> element : segment.elements()) {
                ArrayNode components = list.addArray();
                element.forEach(components::add);
            }
        }
        return made.toString();
    }
}
