package io.milepost.local.distributor;

import java.util.SplittableRandom;

/** Draws from one seed. The same calls in the same order give the same draws, on every machine. */
final class Dice {

    private final SplittableRandom random;

    Dice(SplittableRandom random) {
        this.random = random;
    }

    /** Dice of its own for a part of the story, so that no part's draws shift another's. */
    Dice split() {
        return new Dice(random.split());
    }

    /** True in this share of the draws. */
    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    /** The first in its share of the draws, the second in its own, else the third. */
    String oneOf(String first, double itsShare, String second, double ownShare, String third) {
        double share = share();
        if (share < itsShare) {
            return first;
        }
        return share < itsShare + ownShare ? second : third;
    }

    /** A share from 0, exclusive of 1. */
    double share() {
        return random.nextDouble();
    }

    /** A whole number from low to high, both included. */
    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    /** A time from low to high, microseconds; low where the span is empty. */
    long between(long low, long high) {
        return high <= low ? low : random.nextLong(low, high);
    }

    /** A draw from a distribution, straight between its points. */
    double from(Distribution distribution) {
        return distribution.at(random.nextDouble());
    }
}
