package io.milepost.schemas;

/** What the UTF-8 key of a topic's records is made of. */
public enum KeyType {
    /** A purchase-order line. */
    LINE("instance/company/order id/line id"),
    /** A whole order. */
    ORDER("instance/company/order name"),
    /** A shipment by the first reference of its event. */
    SHIPMENT("instance/company/reference type/reference"),
    /** A version of a rule, or of a variant of it. */
    RULE_VERSION("rule/version or rule/variant/version"),
    /** An alert episode. */
    ALERT("alert id"),
    /** The topic, partition and offset of another record. */
    ADDRESS("topic/partition/offset"),
    /** An interchange, or where there is none the hash of what was sent. */
    INTERCHANGE("profile/sender/receiver/control number or profile/SHA-256"),
    /** A version of a partner's profile. */
    PROFILE_VERSION("profile/version"),
    /** Somebody whom we send to. */
    PARTNER("instance/company/partner"),
    /** A document that we send. */
    DOCUMENT("document id"),
    /** A topic that a job reads. */
    READ_TOPIC("job/topic"),
    /** A supplier's item. */
    ITEM("instance/company/partner/item"),
    /** What a command is about: a purchase-order line or a supplier's item. */
    LINE_OR_ITEM("instance/company/order id/line id or instance/company/partner/item");

    private final String form;

    KeyType(String form) {
        this.form = form;
    }

    /** The form of the key in words. */
    public String form() {
        return form;
    }
}
