package io.milepost.partners.mapping;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/** The time zones that X12 has codes for (data element 623). */
final class X12Zone {

    private static final String LOCAL = "LT";
    private static final Map<String, ZoneId> NAMED =
            Map.ofEntries(
                    zone("UT", "Z"),
                    zone("GM", "Z"),
                    zone("ET", "America/New_York"),
                    zone("ES", "-05:00"),
                    zone("ED", "-04:00"),
                    zone("CT", "America/Chicago"),
                    zone("CS", "-06:00"),
                    zone("CD", "-05:00"),
                    zone("MT", "America/Denver"),
                    zone("MS", "-07:00"),
                    zone("MD", "-06:00"),
                    zone("PT", "America/Los_Angeles"),
                    zone("PS", "-08:00"),
                    zone("PD", "-07:00"),
                    zone("AT", "America/Anchorage"),
                    zone("AS", "-09:00"),
                    zone("AD", "-08:00"),
                    zone("HT", "Pacific/Honolulu"),
                    zone("HS", "-10:00"),
                    zone("HD", "-09:00"),
                    zone("TT", "America/Halifax"),
                    zone("TS", "-04:00"),
                    zone("TD", "-03:00"),
                    zone("NT", "America/St_Johns"),
                    zone("NS", "-03:30"),
                    zone("ND", "-02:30"));

    private X12Zone() {}

    /**
     * The zone of a code.
     *
     * @param local what {@code LT}, the local time, is
     * @return {@code null} if the code is not known
     */
    static ZoneId of(String code, ZoneId local) {
        if (code.equals(LOCAL)) {
            return local;
        }
        if (code.matches("0[1-9]|1\\d|2[0-4]")) {
            int hours = Integer.parseInt(code);
            // 01 to 12 are hours ahead of UTC, 13 to 24 are 12 to 1 hours behind it.
            return ZoneOffset.ofHours(hours <= 12 ? hours : hours - 25);
        }
        return NAMED.get(code);
    }

    private static Map.Entry<String, ZoneId> zone(String code, String id) {
        return Map.entry(code, ZoneId.of(id));
    }
}
