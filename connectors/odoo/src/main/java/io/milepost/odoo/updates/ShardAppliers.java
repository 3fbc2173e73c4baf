package io.milepost.odoo.updates;

import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.client.OdooException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * The appliers of one task, one for each of its shards: opened and claimed when the first command
 * of a shard comes, and waited for as long as Odoo cannot be reached. For one thread.
 */
public final class ShardAppliers implements AutoCloseable {

    /** Opens a client. */
    @FunctionalInterface
    public interface ClientOpening {
        /**
         * Opens a client.
         *
         * @throws OdooException if the server did not take it
         */
        OdooClient open() throws OdooException, InterruptedException;
    }

    private final ClientOpening opening;
    private final ApplierSettings settings;
    private final Pauses pauses;
    private final RandomGenerator random;
    private final ApplierCounts counts;
    private final Tries tries;
    private final Map<String, BatchApplier> appliers = new HashMap<>();
    private OdooClient client;
    private UpdateAction action;

    /**
     * @param opening opens the client that all of them use
     * @param pauses the time
     * @param random for jitter; a test gives a seed
     * @param counts where to count
     */
    public ShardAppliers(
            ClientOpening opening,
            ApplierSettings settings,
            Pauses pauses,
            RandomGenerator random,
            ApplierCounts counts) {
        this.opening = Objects.requireNonNull(opening, "opening");
        this.settings = Objects.requireNonNull(settings, "settings");
        this.pauses = pauses;
        this.random = random;
        this.counts = counts;
        this.tries =
                new Tries(
                        new Backoff(settings.firstPause(), settings.longestPause(), random),
                        pauses,
                        counts);
    }

    /**
     * The applier of a shard, which is ours from the first time on.
     *
     * @throws OdooException if Odoo's configuration must be changed by a person
     */
    public BatchApplier of(String shard) throws OdooException, InterruptedException {
        if (action == null) {
            action = tries.untilAnswered(this::find);
        }
        BatchApplier applier = appliers.get(shard);
        if (applier == null) {
            applier = new BatchApplier(action, shard, settings, pauses, random, counts);
            applier.claim();
            appliers.put(shard, applier);
        }
        return applier;
    }

    private UpdateAction find() throws OdooException, InterruptedException {
        if (client == null) {
            client = opening.open();
        }
        UpdateAction found = UpdateAction.find(client);
        found.requireVersion();
        return found;
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
    }
}
