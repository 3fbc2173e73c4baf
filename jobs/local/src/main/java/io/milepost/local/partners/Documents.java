package io.milepost.local.partners;

import java.util.Optional;

/** Writes what suppliers say in one format. */
interface Documents {

    /**
     * Writes a message.
     *
     * @param who who speaks
     * @param control a number that the speaker gave no other message
     * @return empty if the format has no words for it
     */
    Optional<Draft> write(Correspondent who, Saying saying, long control);
}
