package io.milepost.cli.replay;

import static io.milepost.cli.replay.BpiMeaning.CHANGED;
import static io.milepost.cli.replay.BpiMeaning.CLEARED;
import static io.milepost.cli.replay.BpiMeaning.CONFIRMED;
import static io.milepost.cli.replay.BpiMeaning.CORRECTION_REVERSED;
import static io.milepost.cli.replay.BpiMeaning.DELETED;
import static io.milepost.cli.replay.BpiMeaning.INVOICED;
import static io.milepost.cli.replay.BpiMeaning.INVOICE_REVERSED;
import static io.milepost.cli.replay.BpiMeaning.NOTED;
import static io.milepost.cli.replay.BpiMeaning.ORDERED;
import static io.milepost.cli.replay.BpiMeaning.REACTIVATED;
import static io.milepost.cli.replay.BpiMeaning.RECEIPT_REVERSED;
import static io.milepost.cli.replay.BpiMeaning.RECEIVED;
import static io.milepost.cli.replay.BpiMeaning.REQUESTED;
import static io.milepost.cli.replay.BpiMeaning.SERVICE_ENTERED;
import static io.milepost.cli.replay.BpiMeaning.TO_APPROVE;
import static io.milepost.cli.replay.BpiMeaning.VALUE_CORRECTED;

import java.util.Map;

/** The 42 activities of the BPI Challenge 2019 and what each means. */
final class BpiActivities {

    private static final Map<String, BpiMeaning> MEANINGS =
            Map.ofEntries(
                    Map.entry("Create Purchase Requisition Item", REQUESTED),
                    Map.entry("Release Purchase Requisition", REQUESTED),
                    Map.entry("SRM: Created", REQUESTED),
                    Map.entry("SRM: Incomplete", REQUESTED),
                    Map.entry("SRM: Held", REQUESTED),
                    Map.entry("SRM: Complete", REQUESTED),
                    Map.entry("SRM: Awaiting Approval", TO_APPROVE),
                    Map.entry("SRM: Document Completed", REQUESTED),
                    Map.entry("SRM: Ordered", REQUESTED),
                    Map.entry("SRM: In Transfer to Execution Syst.", REQUESTED),
                    Map.entry("SRM: Transfer Failed (E.Sys.)", REQUESTED),
                    Map.entry("SRM: Change was Transmitted", NOTED),
                    Map.entry("SRM: Transaction Completed", NOTED),
                    Map.entry("SRM: Deleted", NOTED),
                    Map.entry("Create Purchase Order Item", ORDERED),
                    Map.entry("Change Quantity", CHANGED),
                    Map.entry("Change Price", CHANGED),
                    Map.entry("Change Currency", CHANGED),
                    Map.entry("Change Approval for Purchase Order", CHANGED),
                    Map.entry("Change Delivery Indicator", CHANGED),
                    Map.entry("Change Final Invoice Indicator", CHANGED),
                    Map.entry("Change Rejection Indicator", CHANGED),
                    Map.entry("Change Storage Location", CHANGED),
                    Map.entry("Change payment term", CHANGED),
                    Map.entry("Release Purchase Order", CHANGED),
                    Map.entry("Block Purchase Order Item", NOTED),
                    Map.entry("Delete Purchase Order Item", DELETED),
                    Map.entry("Reactivate Purchase Order Item", REACTIVATED),
                    Map.entry("Receive Order Confirmation", CONFIRMED),
                    Map.entry("Update Order Confirmation", CONFIRMED),
                    Map.entry("Record Goods Receipt", RECEIVED),
                    Map.entry("Cancel Goods Receipt", RECEIPT_REVERSED),
                    Map.entry("Record Service Entry Sheet", SERVICE_ENTERED),
                    Map.entry("Vendor creates invoice", NOTED),
                    Map.entry("Vendor creates debit memo", NOTED),
                    Map.entry("Record Invoice Receipt", INVOICED),
                    Map.entry("Cancel Invoice Receipt", INVOICE_REVERSED),
                    Map.entry("Record Subsequent Invoice", VALUE_CORRECTED),
                    Map.entry("Cancel Subsequent Invoice", CORRECTION_REVERSED),
                    Map.entry("Set Payment Block", NOTED),
                    Map.entry("Remove Payment Block", NOTED),
                    Map.entry("Clear Invoice", CLEARED));

    private BpiActivities() {}

    /** Whether the challenge's log has the activity. */
    static boolean knows(String activity) {
        return MEANINGS.containsKey(activity);
    }

    /** What an activity means; one that is not known is noted, and so is still counted. */
    static BpiMeaning meaningOf(String activity) {
        return MEANINGS.getOrDefault(activity, NOTED);
    }

    /** How many activities are known. */
    static int size() {
        return MEANINGS.size();
    }
}
