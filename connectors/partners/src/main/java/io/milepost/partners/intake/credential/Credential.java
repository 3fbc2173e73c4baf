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

    /**
     * Whether the call may be accepted by what its headers say. What is no call of this kind is
     * refused before anything of its body is held.
     *
     * @param head what the caller presents, without the body
     */
    default Verdict foresee(Presented head, Instant now) {
        return Verdict.accept();
    }
}
