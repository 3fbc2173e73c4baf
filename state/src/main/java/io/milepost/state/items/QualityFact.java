package io.milepost.state.items;

import io.milepost.events.QualityStatus;

/**
 * How good the item was over a period.
 *
 * @param header identity and version
 * @param status whether it may be bought
 * @param defectsPerMillion defective pieces in a million; {@link #NOT_STATED} if not stated
 * @param rating in words; {@code null} if not stated
 * @param periodFrom begin of the period, microseconds
 * @param periodTo the first moment after it, microseconds
 */
public record QualityFact(
        ItemHeader header,
        QualityStatus status,
        int defectsPerMillion,
        String rating,
        long periodFrom,
        long periodTo)
        implements ItemFact {

    /** No defect rate. */
    public static final int NOT_STATED = -1;

    @Override
    public QualityFact withHeader(ItemHeader other) {
        return new QualityFact(other, status, defectsPerMillion, rating, periodFrom, periodTo);
    }

    @Override
    public String subject() {
        return "quality";
    }
}
