package io.milepost.state.line;

import io.milepost.state.view.Standing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the facts of a long line are stored away, one by one, so that one more fact does not
 * rewrite them all.
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

    /** An archive in memory. */
    static FactArchive inMemory() {
        return new FactArchive() {
            private final Map<String, Standing> entries = new HashMap<>();

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
        };
    }
}
