package io.milepost.odoo.changes;

/**
 * Where a {@link CaptureReader} keeps all that it has to remember: bytes by key. What was put is
 * read again; nothing else is asked of it.
 */
public interface Keep {

    /** The bytes of a key; {@code null} for none. */
    byte[] get(String key);

    /** Keeps bytes under a key, in the place of those that were there. */
    void put(String key, byte[] bytes);

    /** Keeps nothing under a key any more. */
    void remove(String key);
}
