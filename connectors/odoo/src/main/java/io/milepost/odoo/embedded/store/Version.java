package io.milepost.odoo.embedded.store;

/** A record as one commit left it; a deleted one has no row. Newest first. */
final class Version {
    final long commit;
    final Row row;
    Version previous;

    Version(long commit, Row row, Version previous) {
        this.commit = commit;
        this.row = row;
        this.previous = previous;
    }

    /** The newest version that a snapshot sees; {@code null} if it sees none. */
    static Version at(Version head, long snapshot) {
        Version version = head;
        while (version != null && version.commit > snapshot) {
            version = version.previous;
        }
        return version;
    }
}
