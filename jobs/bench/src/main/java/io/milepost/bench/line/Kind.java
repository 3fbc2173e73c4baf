package io.milepost.bench.line;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Kinds of facts, and how many of a hundred each is. */
enum Kind {
    RECEIPT(59),
    REVERSAL(1),
    INVOICE(10),
    BILL(10),
    PAYMENT(9),
    CARRIER(6),
    ACKNOWLEDGEMENT(4),
    /** The order anew, planned for another day. */
    ORDER(1);

    private static final long SEED = 42;

    private final int ofHundred;

    Kind(int ofHundred) {
        this.ofHundred = ofHundred;
    }

    /** A hundred kinds in a mixed order, always the same. */
    static List<Kind> hundred() {
        List<Kind> kinds = new ArrayList<>(100);
        for (Kind kind : values()) {
            kinds.addAll(Collections.nCopies(kind.ofHundred, kind));
        }
        Collections.shuffle(kinds, new Random(SEED));
        return List.copyOf(kinds);
    }
}
