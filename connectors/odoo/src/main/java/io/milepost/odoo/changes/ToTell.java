package io.milepost.odoo.changes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What is still to be told, each once, the oldest first. */
final class ToTell {

    private static final byte[] MARK = {1};

    private final Keep keep;

    ToTell(Keep keep) {
        this.keep = keep;
    }

    /**
     * An order, move or bill line.
     *
     * @param stream whose event it makes
     * @param company whose it is
     * @param id its database id
     */
    record Item(ChangeStream stream, long company, long id) {

        private String text() {
            return stream + "/" + company + "/" + id;
        }

        private static Item read(String text) {
            String[] parts = text.split("/", -1);
            return new Item(
                    ChangeStream.valueOf(parts[0]),
                    Long.parseLong(parts[1]),
                    Long.parseLong(parts[2]));
        }
    }

    static boolean isEmpty(CaptureMark mark) {
        return mark.firstToTell == mark.lastToTell;
    }

    void add(CaptureMark mark, Item item) {
        String there = "to-tell/" + item.text();
        if (keep.get(there) == null) {
            keep.put(there, MARK);
            keep.put(key(mark.lastToTell++), item.text().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Takes the oldest ones. */
    List<Item> take(CaptureMark mark, int atMost) {
        List<Item> items = new ArrayList<>();
        while (items.size() < atMost && !isEmpty(mark)) {
            String key = key(mark.firstToTell++);
            Item item = Item.read(new String(keep.get(key), StandardCharsets.UTF_8));
            keep.remove(key);
            keep.remove("to-tell/" + item.text());
            items.add(item);
        }
        return items;
    }

    private static String key(long place) {
        return "to-tell#" + place;
    }
}
