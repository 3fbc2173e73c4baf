package io.milepost.odoo.changes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Where a reader of change records stands. */
final class CaptureMark {

    private static final int VERSION = 1;

    /** The latest commit that was seen; microseconds since 1970. */
    long clock;

    /** Place in the database's log of the last commit that was applied. */
    long committed;

    /** Whether whole tables are being read. */
    boolean snapshot;

    /** The transaction whose records are gathered; empty for none. */
    String open = "";

    /** Whether its beginning was seen. */
    boolean begun;

    /** How many records of it were gathered. */
    long gathered;

    /** The first and the last place of what is to be told; the last one exclusive. */
    long firstToTell;

    long lastToTell;

    byte[] bytes() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeByte(VERSION);
            out.writeLong(clock);
            out.writeLong(committed);
            out.writeBoolean(snapshot);
            out.writeUTF(open);
            out.writeBoolean(begun);
            out.writeLong(gathered);
            out.writeLong(firstToTell);
            out.writeLong(lastToTell);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
    }

    static CaptureMark read(byte[] bytes) {
        CaptureMark mark = new CaptureMark();
        if (bytes == null) {
            return mark;
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IOException("expected version " + VERSION + " but found " + version);
            }
            mark.clock = in.readLong();
            mark.committed = in.readLong();
            mark.snapshot = in.readBoolean();
            mark.open = in.readUTF();
            mark.begun = in.readBoolean();
            mark.gathered = in.readLong();
            mark.firstToTell = in.readLong();
            mark.lastToTell = in.readLong();
            return mark;
        } catch (IOException e) {
            throw new UncheckedIOException("where change records were read to is not known", e);
        }
    }
}
