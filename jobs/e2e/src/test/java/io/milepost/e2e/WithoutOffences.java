package io.milepost.e2e;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** Leaves out the classes that break the rules on purpose, to prove that the rules can fail. */
public final class WithoutOffences implements ImportOption {
    @Override
    public boolean includes(Location location) {
        return !location.contains("/offences/");
    }
}
