package io.milepost.scenarios.words;

import io.milepost.events.DeadlineBase;
import io.milepost.events.InvoiceAnswer;
import io.milepost.events.MilestoneName;
import io.milepost.events.OdooRequests;
import io.milepost.events.PartialAnswer;
import io.milepost.events.PolicySelector;
import io.milepost.events.SaleAnswer;
import io.milepost.events.SlaPolicy;
import java.time.Instant;
import java.util.function.Consumer;

/** A rule that says what Odoo is asked for, as people write it into their files. */
final class Requests {

    private Requests() {}

    static boolean areIn(Fields rule) {
        return rule.has("requests");
    }

    static SlaPolicy rule(Fields rule, PolicySelector selector) {
        SlaPolicy policy =
                SlaPolicy.newBuilder()
                        .setRule(rule.text("rule", null))
                        .setVariant(rule.text("variant", ""))
                        .setDescription(rule.text("description", ""))
                        .setVersion(rule.number("version", 1))
                        .setEffectiveFrom(Instant.parse(rule.text("effectiveFrom", null)))
                        .setAppliesToRunningClocks(rule.flag("appliesToRunningClocks"))
                        .setExpects(MilestoneName.UNKNOWN)
                        .setStartedBy(
                                rule.constant(
                                        "startedBy", MilestoneName.class, MilestoneName.ORDERED))
                        .setBase(DeadlineBase.UNKNOWN)
                        .setSelector(selector)
                        .setRequests(requests(rule.section("requests")))
                        .build();
        rule.requireAllRead();
        return policy;
    }

    private static OdooRequests requests(Fields wishes) {
        OdooRequests requests = OdooRequests.newBuilder().build();
        flag(wishes, "lineDate", requests::setLineDate);
        flag(wishes, "acknowledge", requests::setAcknowledge);
        flag(wishes, "vendorReference", requests::setVendorReference);
        flag(wishes, "tracking", requests::setTracking);
        flag(wishes, "receiptDate", requests::setReceiptDate);
        requests.setPartial(wishes.constant("partial", PartialAnswer.class, requests.getPartial()));
        requests.setBill(wishes.constant("bill", InvoiceAnswer.class, requests.getBill()));
        requests.setSalePromise(
                wishes.constant("salePromise", SaleAnswer.class, requests.getSalePromise()));
        wishes.requireAllRead();
        return requests;
    }

    private static void flag(Fields wishes, String name, Consumer<Boolean> set) {
        if (wishes.has(name)) {
            set.accept(wishes.flag(name));
        }
    }
}
