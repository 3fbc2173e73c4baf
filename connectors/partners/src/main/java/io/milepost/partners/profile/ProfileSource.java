package io.milepost.partners.profile;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A profile as its files are written: what is edited, published and kept.
 *
 * @param name of the profile: lower case, digits and hyphens
 * @param yaml the text of {@code profile.yaml}
 * @param files templates and samples by their path beside it
 */
public record ProfileSource(String name, String yaml, Map<String, byte[]> files) {

    /** The file that every profile has. */
    public static final String PROFILE_FILE = "profile.yaml";

    /** Keeps its own copy of the map. */
    public ProfileSource {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /** The text of a file; {@code null} if there is none of that path. */
    public String text(String path) {
        byte[] bytes = files.get(path);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }
}
