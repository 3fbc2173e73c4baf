package io.milepost.state.view;

import io.milepost.state.fact.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The current version of each thing. Either all are here, or those that changed lately are and the
 * others are looked up where they were stored away.
 */
final class Standings {

    private final Map<String, Standing> here = new LinkedHashMap<>();
    private final List<Fact> superseded = new ArrayList<>();
    private final Function<String, Standing> stored;

    /**
     * @param stored where the others are; {@code null} when there are no others
     */
    Standings(Function<String, Standing> stored) {
        this.stored = stored;
    }

    /** Whether all are here. */
    boolean areComplete() {
        return stored == null;
    }

    /** The current version of a thing; {@code null} if nothing is known of it. */
    Standing get(String identity) {
        Standing standing = here.get(identity);
        return standing == null && stored != null ? stored.apply(identity) : standing;
    }

    void put(Standing standing) {
        here.put(standing.fact().header().identity(), standing);
    }

    /** Notes a version that is not, or is no longer, the current one. */
    void supersede(Fact fact) {
        superseded.add(fact);
    }

    /** Those that are here. */
    Collection<Standing> all() {
        return Collections.unmodifiableCollection(here.values());
    }

    /** The versions that are here and were superseded. */
    List<Fact> superseded() {
        return Collections.unmodifiableList(superseded);
    }
}
