package io.milepost.odoo.updates;

/**
 * Another task has claimed the shard. Whoever gets this must end and never claim the shard again by
 * itself: two that claim in turn would go on for ever.
 */
public final class FencedException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param shard the shard
     * @param epoch the epoch that was ours
     * @param current the epoch in Odoo's ledger; 0 if the shard has no row any more
     */
    public FencedException(String shard, long epoch, long current) {
        super(
                "Shard %s: expected epoch %d in Odoo's ledger but found %d; another task has claimed it"
                        .formatted(shard, epoch, current));
    }
}
