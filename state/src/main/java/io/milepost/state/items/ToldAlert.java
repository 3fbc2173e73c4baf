package io.milepost.state.items;

import io.milepost.events.AlertKind;
import io.milepost.state.StableId;

/**
 * An alert that readers were told of and that is open.
 *
 * @param kind what it is about
 * @param subject which of several of the kind; empty if there is one at most
 * @param startedBy the fact that opened it
 * @param openedAt when that became known, microseconds
 * @param message what it says
 */
public record ToldAlert(
        AlertKind kind, String subject, String startedBy, long openedAt, String message) {

    /** Whether it is about the same. */
    boolean isAbout(ToldAlert other) {
        return kind == other.kind && subject.equals(other.subject);
    }

    /** Stable identity of the episode. */
    String id(ItemKey key) {
        return StableId.of(key.toString(), kind.name(), subject.isEmpty() ? startedBy : subject);
    }
}
