package io.milepost.state.line;

import io.milepost.state.fact.Fact;
import io.milepost.state.fact.FactHeader;

/**
 * What was said of the line that a part was split off from. A part remembers it under names of
 * their own, since a document may name both.
 */
public final class Inherited {

    private static final String PREFIX = "of-line/";

    private Inherited() {}

    /** A fact about the line, as one of its parts remembers it. */
    public static Fact of(Fact fact) {
        return named(fact, identity(fact.header().identity()));
    }

    /** Whether it is about the line that this one was split off from. */
    static boolean is(Fact fact) {
        return fact.header().identity().startsWith(PREFIX);
    }

    /** The name of the same fact about the part itself. */
    static String ownIdentity(Fact fact) {
        String identity = fact.header().identity();
        return is(fact) ? identity.substring(PREFIX.length()) : identity;
    }

    /** The name under which a part remembers what was said of its line. */
    static String identity(String ownIdentity) {
        return PREFIX + ownIdentity;
    }

    /** The fact as it stands for the part, unless that has one of this name of its own. */
    static Fact asOwn(Fact fact, boolean isFree) {
        return is(fact) && isFree ? named(fact, ownIdentity(fact)) : fact;
    }

    private static Fact named(Fact fact, String identity) {
        FactHeader header = fact.header();
        return fact.withHeader(
                new FactHeader(
                        identity,
                        header.version(),
                        header.eventId(),
                        header.occurredAt(),
                        header.recordedAt(),
                        header.knownAt(),
                        header.traceparent()));
    }
}
