package io.milepost.pipelines.delivery;

import io.milepost.events.Envelope;
import io.milepost.events.PartnerDelivery;
import io.milepost.events.PartnerOutbound;
import io.milepost.partners.canonical.Speaker;

/** Keys under which what is sent to a partner, and what it says to it, come together. */
final class PartnerKey {

    private PartnerKey() {}

    static String of(PartnerOutbound document) {
        return of(document.getInstance(), document.getCompany(), document.getPartner());
    }

    static String of(PartnerDelivery delivery) {
        return of(delivery.getInstance(), delivery.getCompany(), delivery.getPartner());
    }

    static String of(Envelope envelope) {
        return of(envelope.getInstance(), envelope.getCompany(), envelope.getPartner());
    }

    static String of(Speaker speaker) {
        return of(speaker.instance(), speaker.company(), speaker.partner());
    }

    private static String of(String instance, String company, String partner) {
        return instance + "/" + company + "/" + partner;
    }
}
