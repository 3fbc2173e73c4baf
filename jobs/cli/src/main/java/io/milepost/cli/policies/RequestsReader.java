package io.milepost.cli.policies;

import io.milepost.events.DeadlineBase;
import io.milepost.events.InvoiceAnswer;
import io.milepost.events.MilestoneName;
import io.milepost.events.OdooRequests;
import io.milepost.events.PartialAnswer;
import io.milepost.events.SaleAnswer;
import io.milepost.events.Severity;
import io.milepost.events.SlaPolicy;
import io.milepost.partners.yaml.Problems;
import io.milepost.partners.yaml.Section;
import io.milepost.schemas.TrustedEvents;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what Odoo is asked for on the lines of a rule, which then expects no milestone. */
final class RequestsReader {

    private static final List<String> FIELDS =
            List.of(
                    "lineDate",
                    "partial",
                    "acknowledge",
                    "vendorReference",
                    "tracking",
                    "receiptDate",
                    "bill",
                    "salePromise");

    /** What a rule that expects a milestone says of it. */
    private static final List<String> OF_MILESTONES =
            List.of(
                    "expects",
                    "quantity",
                    "each",
                    "due",
                    "warnBefore",
                    "severity",
                    "severityByValue",
                    "calendar",
                    "restartedByCarrier",
                    "match");

    static {
        TrustedEvents.trust();
    }

    private final Problems problems;

    RequestsReader(Problems problems) {
        this.problems = problems;
    }

    /** Reads them into a policy that says nothing of a milestone. */
    void read(Section rule, Node requests, SlaPolicy policy) {
        for (String field : OF_MILESTONES) {
            rule.node(field)
                    .ifPresent(
                            node ->
                                    problems.add(
                                            node,
                                            rule.path(field),
                                            "nothing beside requests",
                                            Section.describe(node)));
        }
        policy.setExpects(MilestoneName.UNKNOWN);
        policy.setBase(DeadlineBase.UNKNOWN);
        policy.setZone("UTC");
        policy.setSeverity(Severity.MEDIUM);
        policy.setSeverityByValue(List.of());
        Section.of(requests, rule.path("requests"), FIELDS, problems)
                .ifPresent(section -> policy.setRequests(read(section)));
    }

    private static OdooRequests read(Section section) {
        OdooRequests usual = OdooRequests.newBuilder().build();
        OdooRequests read = new OdooRequests();
        read.setLineDate(flag(section, "lineDate", usual.getLineDate()));
        read.setPartial(choice(section, "partial", PartialAnswer.class, usual.getPartial()));
        read.setAcknowledge(flag(section, "acknowledge", usual.getAcknowledge()));
        read.setVendorReference(flag(section, "vendorReference", usual.getVendorReference()));
        read.setTracking(flag(section, "tracking", usual.getTracking()));
        read.setReceiptDate(flag(section, "receiptDate", usual.getReceiptDate()));
        read.setBill(choice(section, "bill", InvoiceAnswer.class, usual.getBill()));
        read.setSalePromise(
                choice(section, "salePromise", SaleAnswer.class, usual.getSalePromise()));
        return read;
    }

    private static boolean flag(Section section, String field, boolean usual) {
        return section.optional(field, "true or false", Conversions::flag, usual);
    }

    private static <E extends Enum<E>> E choice(
            Section section, String field, Class<E> type, E usual) {
        return section.optional(
                field, Conversions.oneOfWritten(type), Conversions.constant(type), usual);
    }
}
