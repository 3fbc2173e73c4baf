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
import io.milepost.partners.profile.DeliveryTerms;
import java.util.List;

/** How an interchange that came in was taken, in the words of a technical acknowledgement. */
public final class Replies {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Replies() {}

    /**
     * The acknowledgements of an interchange, each as a template would make it; none if there is
     * nothing to acknowledge, as acknowledgements themselves.
     *
     * @param outcomes all its transactions, in their order
     */
    public static List<String> of(
            DeliveryTerms.Reply reply,
            Format format,
            InterchangeHeader interchange,
            List<TransactionOutcome> outcomes) {
        List<OutTransaction> said =
                switch (reply) {
                    case NONE -> List.of();
                    case IMPLEMENTATION -> X12Acknowledgement.implementation(outcomes);
                    case FUNCTIONAL ->
                            format == Format.X12
                                    ? X12Acknowledgement.functional(outcomes)
                                    : ContrlAcknowledgement.of(interchange, outcomes).stream()
                                            .toList();
                };
        return said.stream().map(Replies::json).toList();
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
