package io.milepost.scenarios.events;

import io.milepost.events.Reference;
import io.milepost.events.ReferenceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of shipments: {@code tracking number T1 and container C1}. */
final class References {

    private static final Map<String, ReferenceType> TYPES =
            Map.of(
                    "tracking number", ReferenceType.TRACKING_NUMBER,
                    "bill of lading", ReferenceType.BILL_OF_LADING,
                    "container", ReferenceType.CONTAINER,
                    "pallet", ReferenceType.SSCC);

    private static final String ONE = "(?:" + String.join("|", TYPES.keySet()) + ") [A-Z0-9-]+";

    /** Expression of one or several, without a group of its own. */
    static final String PATTERN = ONE + "(?: and " + ONE + ")*";

    private static final Pattern PARTS = Pattern.compile("(.+) (\\S+)");

    private References() {}

    /** Reads them; none where {@code text} is {@code null}. */
    static List<Reference> parse(String text) {
        List<Reference> references = new ArrayList<>();
        if (text != null) {
            for (String each : text.split(" and ", -1)) {
                Matcher parts = PARTS.matcher(each);
                if (parts.matches()) {
                    references.add(new Reference(TYPES.get(parts.group(1)), parts.group(2)));
                }
            }
        }
        return references;
    }
}
