package io.milepost.partners.mapping;

import io.milepost.partners.message.PartnerMessage;

/** A checked template: it makes canonical events of a partner's message. Safe for many threads. */
public interface Template {

    /** Its name, for messages. */
    String name();

    /**
     * Maps a message. Nothing is thrown for what is wrong with the message or with the template;
     * that is in the result.
     */
    Mapping apply(PartnerMessage message);
}
