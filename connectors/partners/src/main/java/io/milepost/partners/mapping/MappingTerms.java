package io.milepost.partners.mapping;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;

/**
 * How the functions of a partner's templates read what it writes.
 *
 * @param zone the time zone of times that come without one
 * @param timeOfDates the time of day of a date without a time; noon is on the same day in UTC in
 *     nearly every zone
 * @param decimalComma whether a comma may be the decimal mark, as in EDIFACT
 * @param codes what codes mean, by the map's name
 */
public record MappingTerms(
        ZoneId zone, LocalTime timeOfDates, boolean decimalComma, Map<String, CodeMap> codes) {

    /** Checks that everything is there, and takes a copy of the maps. */
    public MappingTerms {
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(timeOfDates, "timeOfDates");
        codes = Map.copyOf(codes);
    }
}
