package io.milepost.state.line;

import io.milepost.state.sla.Episode;
import io.milepost.state.view.Standing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the older facts of a long line are stored away, one by one, and the episodes that are over
 * for good, so that one more fact does not rewrite them all.
 */
public interface FactArchive {

    /** The entry of that name; {@code null} if there is none. */
    Standing get(String name);

    /** Puts an entry in place of the one of that name, if any. */
    void put(String name, Standing entry);

    /** All entries, in any order. */
    Iterable<Standing> all();

    /** Forgets all entries. */
    void clear();

    /** Puts an episode away. */
    void putOver(String id, Episode episode);

    /** All episodes that were put away, in any order. */
    Iterable<Episode> over();

    /** Forgets the episodes that were put away. */
    void clearOver();

    /** An archive in memory. */
    static FactArchive inMemory() {
        return new FactArchive() {
            private final Map<String, Standing> entries = new HashMap<>();
            private final Map<String, Episode> over = new HashMap<>();

            @Override
            public Standing get(String name) {
                return entries.get(name);
            }

            @Override
            public void put(String name, Standing entry) {
                entries.put(name, entry);
            }

            @Override
            public Iterable<Standing> all() {
                return List.copyOf(entries.values());
            }

            @Override
            public void clear() {
                entries.clear();
            }

            @Override
            public void putOver(String id, Episode episode) {
                over.put(id, episode);
            }

            @Override
            public Iterable<Episode> over() {
                return List.copyOf(over.values());
            }

            @Override
            public void clearOver() {
                over.clear();
            }
        };
    }
}
