package io.milepost.partners.edi;

import io.milepost.partners.message.Format;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Which segments of a type of message begin a loop, and what belongs into it. A message is a flat
 * list of segments; these rules give it its shape.
 *
 * @param one segments that come once and stand in the tree as an object, not in an array
 * @param hierarchy the tag of the loop whose instances name their parent, {@code HL} or {@code
 *     CPS}; {@code null} if there is none
 * @param root the message as a whole
 */
public record LoopRules(Set<String> one, String hierarchy, Loop root) {

    private static final Map<String, Optional<LoopRules>> KNOWN = new ConcurrentHashMap<>();

    /** For a message of which nothing is known: every segment is at the top. */
    static final LoopRules NONE = new LoopRules(Set.of(), null, new Loop(Map.of(), Set.of(), true));

    /**
     * One loop.
     *
     * @param loops the loops inside, by the tag with which they begin
     * @param has the segments that belong to it for certain
     * @param open whether any other segment belongs to it as well that no loop around it begins
     *     with
     */
    public record Loop(Map<String, Loop> loops, Set<String> has, boolean open) {}

    /** The rules for a type of message, {@code 855} or {@code ORDRSP}; empty if there are none. */
    public static Optional<LoopRules> of(Format format, String type) {
        if (!type.matches("[A-Z0-9]{2,6}")) {
            return Optional.empty();
        }
        String name = format.name().toLowerCase(Locale.ROOT) + "/" + type + ".yaml";
        Optional<LoopRules> known = KNOWN.get(name);
        if (known == null) {
            known = load(name);
            if (known.isPresent()) {
                KNOWN.put(name, known);
            }
        }
        return known;
    }

    private static Optional<LoopRules> load(String name) {
        try (InputStream in = LoopRules.class.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(parse(in, name));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /**
     * Reads rules.
     *
     * @param name for messages
     * @throws IllegalArgumentException if they are not rules
     */
    static LoopRules parse(InputStream yaml, String name) {
        Object read =
                new Load(LoadSettings.builder().setLabel(name).build()).loadFromInputStream(yaml);
        Map<String, Object> top = map(read, name);
        String hierarchy = top.get("hierarchy") == null ? null : top.get("hierarchy").toString();
        return new LoopRules(
                tags(top.get("one"), name + ": one"), hierarchy, loop(top, name + ": loops"));
    }

    private static Loop loop(Map<String, Object> declared, String where) {
        for (String key : declared.keySet()) {
            if (!Set.of("one", "hierarchy", "loops", "has", "keeps").contains(key)) {
                throw new IllegalArgumentException(where + ": " + key + ": is not known");
            }
        }
        boolean closed = declared.containsKey("has");
        if (closed && declared.containsKey("keeps")) {
            throw new IllegalArgumentException(where + ": must have has or keeps but has both");
        }
        Map<String, Loop> loops = new LinkedHashMap<>();
        if (declared.get("loops") != null) {
            map(declared.get("loops"), where)
                    .forEach(
                            (tag, inner) ->
                                    loops.put(
                                            tag,
                                            loop(
                                                    inner == null ? Map.of() : map(inner, where),
                                                    where + "." + tag)));
        }
        return new Loop(
                Map.copyOf(loops), tags(declared.get(closed ? "has" : "keeps"), where), !closed);
    }

    private static Set<String> tags(Object declared, String where) {
        if (declared == null) {
            return Set.of();
        }
        if (!(declared instanceof Collection<?> list)) {
            throw new IllegalArgumentException(where + ": must be a list of tags");
        }
        return Set.copyOf(List.copyOf(list).stream().map(Object::toString).toList());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object declared, String where) {
        if (declared instanceof Map<?, ?> map
                && map.keySet().stream().allMatch(String.class::isInstance)) {
            return (Map<String, Object>) map;
        }
        throw new IllegalArgumentException(where + ": must be a table by tag");
    }
}
