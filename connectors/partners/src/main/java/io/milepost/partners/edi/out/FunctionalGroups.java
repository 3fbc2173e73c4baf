package io.milepost.partners.edi.out;

import java.util.Map;

/** The kind of group (GS01) that a type of X12 transaction belongs to. */
public final class FunctionalGroups {

    private static final Map<String, String> BY_TYPE =
            Map.ofEntries(
                    Map.entry("180", "AN"),
                    Map.entry("214", "QM"),
                    Map.entry("315", "QO"),
                    Map.entry("322", "SO"),
                    Map.entry("810", "IN"),
                    Map.entry("812", "CD"),
                    Map.entry("824", "AG"),
                    Map.entry("832", "SC"),
                    Map.entry("846", "IB"),
                    Map.entry("850", "PO"),
                    Map.entry("855", "PR"),
                    Map.entry("856", "SH"),
                    Map.entry("860", "PC"),
                    Map.entry("861", "RC"),
                    Map.entry("862", "SS"),
                    Map.entry("865", "CA"),
                    Map.entry("997", "FA"),
                    Map.entry("999", "FA"));

    private FunctionalGroups() {}

    /** The kind; {@code ZZ} for a type that is not known. */
    public static String of(String type) {
        return BY_TYPE.getOrDefault(type, "ZZ");
    }
}
