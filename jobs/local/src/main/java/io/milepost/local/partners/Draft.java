package io.milepost.local.partners;

import java.util.List;

/**
 * A message that is written.
 *
 * @param bytes as it is sent
 * @param identities what must come of it, one an event
 */
record Draft(byte[] bytes, List<String> identities) {

    Draft {
        identities = List.copyOf(identities);
    }
}
