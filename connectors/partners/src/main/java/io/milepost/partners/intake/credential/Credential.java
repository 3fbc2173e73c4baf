package io.milepost.partners.intake.credential;

import java.time.Instant;

/** One way in which a partner may prove who it is. May be used by several threads. */
public interface Credential {

    /**
     * Checks what a caller presents.
     *
     * @param now the time of the call
     * @return what came of it; the reason of a refusal is for our log and the partner's
     *     administrator, and never says how near a guess was
     */
    Verdict check(Presented presented, Instant now);

    /**
     * Whether the body has to be there to check it. A call that is checked by its headers alone is
     * refused before its body is read, and may be as long as files are.
     */
    boolean needsBody();
}
