package io.milepost.odoo.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The records of a transaction until its end is known. Odoo writes a row several times in one
 * transaction, at first with half of its columns: only the last image of each is worth anything.
 */
final class Gathering {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Keep keep;

    Gathering(Keep keep) {
        this.keep = keep;
    }

    /** A row as a transaction leaves it. */
    record Image(CapturedTable table, long id, ObjectNode row, List<String> kept) {}

    /**
     * What a transaction comes to.
     *
     * @param images the last one of each row
     * @param records how many different records of the transaction there were
     */
    record Folded(List<Image> images, long records) {}

    private record Identity(String model, long id) {}

    void add(CaptureMark mark, CapturedRecord record) {
        ObjectNode entry = JSON.createObjectNode().put("order", record.count());
        if (record.table() != null) {
            entry.put("model", record.table().model()).put("id", record.id());
            entry.set("row", record.row());
            ArrayNode kept = entry.putArray("kept");
            record.kept().forEach(kept::add);
        }
        keep.put(key(mark.gathered++), KeptRows.bytes(entry));
    }

    /** Takes what was gathered. */
    Folded take(CaptureMark mark) {
        Map<Identity, Image> images = new LinkedHashMap<>();
        Set<Long> orders = new HashSet<>();
        for (long place = 0; place < mark.gathered; place++) {
            ObjectNode entry = KeptRows.read(keep.get(key(place)));
            orders.add(entry.path("order").longValue());
            if (entry.has("model")) {
                Image image = image(entry);
                Identity identity = new Identity(image.table().model(), image.id());
                Image earlier = images.remove(identity);
                images.put(identity, earlier == null ? image : over(earlier, image));
            }
        }
        drop(mark);
        return new Folded(List.copyOf(images.values()), orders.size());
    }

    /** Forgets what was gathered. */
    void drop(CaptureMark mark) {
        for (long place = 0; place < mark.gathered; place++) {
            keep.remove(key(place));
        }
        mark.gathered = 0;
        mark.open = "";
        mark.begun = false;
    }

    private static Image image(ObjectNode entry) {
        List<String> kept = new ArrayList<>();
        entry.path("kept").forEach(name -> kept.add(name.asText()));
        JsonNode row = entry.path("row");
        return new Image(
                CapturedTable.of(entry.path("model").asText()),
                entry.path("id").longValue(),
                row.isObject() ? (ObjectNode) row : null,
                kept);
    }

    /** What the later image leaves out is in the earlier one, or further back. */
    private static Image over(Image earlier, Image later) {
        if (later.kept().isEmpty() || earlier.row() == null) {
            return later;
        }
        List<String> stillKept = new ArrayList<>();
        for (String name : later.kept()) {
            if (earlier.row().has(name)) {
                later.row().set(name, earlier.row().get(name));
            } else if (earlier.kept().contains(name)) {
                stillKept.add(name);
            }
        }
        return new Image(later.table(), later.id(), later.row(), stillKept);
    }

    private static String key(long place) {
        return "gathered/" + place;
    }
}
