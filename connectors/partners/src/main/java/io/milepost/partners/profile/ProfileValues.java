package io.milepost.partners.profile;

import io.milepost.partners.message.Format;
import io.milepost.schemas.Catalogue;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** Values in profiles, from their text; empty for what is none. */
final class ProfileValues {

    private ProfileValues() {}

    static Optional<Format> format(String text) {
        for (Format format : Format.values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(text)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    static Optional<String> text(String text) {
        return Optional.of(text).filter(it -> !it.isBlank());
    }

    static Optional<String> name(String text) {
        return Optional.of(text).filter(it -> it.matches("[A-Za-z0-9._-]{1,64}"));
    }

    /** Nobody speaks as one of our own: what those say is believed. */
    static Optional<String> source(String text) {
        return name(text)
                .filter(it -> Catalogue.all().stream().noneMatch(t -> t.owner().equals(it)));
    }

    static Optional<ZoneId> zone(String text) {
        try {
            ZoneId zone = ZoneId.of(text);
            return ZoneId.getAvailableZoneIds().contains(zone.getId())
                    ? Optional.of(zone)
                    : Optional.empty();
        } catch (DateTimeException notAZone) {
            return Optional.empty();
        }
    }

    static Optional<LocalTime> time(String text) {
        try {
            return text.matches("\\d\\d:\\d\\d")
                    ? Optional.of(LocalTime.parse(text))
                    : Optional.empty();
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
