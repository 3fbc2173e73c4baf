package io.milepost.partners.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a partner's codes mean.
 *
 * @param name by which templates ask for it
 * @param meanings by code
 */
public record CodeMap(String name, Map<String, String> meanings) {

    /** The code that stands for every code without a meaning of its own. */
    public static final String ANY = "*";

    /** Keeps its own copy, in the order in which it was given. */
    public CodeMap {
        meanings = Collections.unmodifiableMap(new LinkedHashMap<>(meanings));
    }

    /** The meaning of a code; {@code null} if it has none. */
    public String meaning(String code) {
        String meaning = meanings.get(code);
        return meaning == null ? meanings.get(ANY) : meaning;
    }

    /** This map with the meanings of another one over it. */
    public CodeMap with(Map<String, String> over) {
        Map<String, String> all = new LinkedHashMap<>(meanings);
        all.putAll(over);
        return new CodeMap(name, all);
    }
}
