package io.milepost.odoo.updates;

import io.milepost.odoo.client.Failure;
import io.milepost.odoo.client.OdooException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Applies the commands of one shard in order, each effect once: claims the shard once, sends one
 * batch at a time, and after any uncertainty reads the mark and sends the same batch again. Waits
 * as long as Odoo cannot be reached. For one thread.
 */
public final class BatchApplier {

    private final UpdateAction action;
    private final String shard;
    private final ApplierSettings settings;
    private final Tries tries;
    private final TokenBucket bucket;
    private final ApplierCounts counts;
    private Mark mark;

    /**
     * @param action the action in Odoo
     * @param shard topic and partition, for example {@code odoo.commands/3}
     * @param pauses the time
     * @param random for jitter; a test gives a seed
     * @param counts where to count
     */
    public BatchApplier(
            UpdateAction action,
            String shard,
            ApplierSettings settings,
            Pauses pauses,
            RandomGenerator random,
            ApplierCounts counts) {
        this.action = Objects.requireNonNull(action, "action");
        this.shard = Objects.requireNonNull(shard, "shard");
        this.settings = settings;
        this.counts = counts;
        this.bucket = new TokenBucket(settings.commandsPerSecond(), pauses);
        this.tries =
                new Tries(
                        new Backoff(settings.firstPause(), settings.longestPause(), random),
                        pauses,
                        counts);
    }

    /**
     * Claims the shard; once in the life of a task.
     *
     * @return the last sequence that was decided; -1 before the first
     * @throws OdooException if Odoo's configuration must be changed by a person
     * @throws IllegalStateException if it was claimed already
     */
    public long claim() throws OdooException, InterruptedException {
        if (mark != null) {
            throw new IllegalStateException("Shard " + shard + " is claimed already");
        }
        // A claim whose answer got lost raised the epoch; one more does no harm.
        mark = tries.untilAnswered(() -> action.claim(shard));
        return mark.sequence();
    }

    /**
     * Applies commands.
     *
     * @param commands with rising sequences
     * @return one result for each, in their order
     * @throws FencedException if another task has claimed the shard: end, and do not claim again
     * @throws OdooException if Odoo's configuration must be changed by a person; what was applied
     *     until then is in the ledger
     * @throws InterruptedException if the thread was interrupted; outcomes are in the ledger
     */
    public List<CommandResult> apply(List<SequencedCommand> commands)
            throws OdooException, FencedException, InterruptedException {
        if (mark == null) {
            throw new IllegalStateException("Shard " + shard + " was not claimed");
        }
        List<CommandResult> results = new ArrayList<>(commands.size());
        for (int from = 0; from < commands.size(); from += settings.batchSize()) {
            int to = Math.min(from + settings.batchSize(), commands.size());
            results.addAll(batch(commands.subList(from, to)));
        }
        results.sort(Comparator.comparingLong(CommandResult::sequence));
        if (results.size() != commands.size()) {
            throw new IllegalStateException(
                    "Shard %s: expected %d results of Odoo but found %d"
                            .formatted(shard, commands.size(), results.size()));
        }
        return results;
    }

    private List<CommandResult> batch(List<SequencedCommand> commands)
            throws OdooException, FencedException, InterruptedException {
        List<BatchEntry> entries =
                settings.merging() ? Merging.of(commands, mark.sequence()) : unmerged(commands);
        int merged = commands.size() - entries.size();
        try {
            List<CommandResult> results = send(entries);
            counts.merged(merged);
            return results;
        } catch (OdooException e) {
            return divided(commands, e);
        }
    }

    private List<CommandResult> divided(List<SequencedCommand> commands, OdooException cause)
            throws OdooException, FencedException, InterruptedException {
        boolean givenUp =
                cause.failure() == Failure.REFUSED
                        || cause.failure() == Failure.OUTCOME_UNKNOWN
                        || Tries.isConflict(cause);
        if (!givenUp) {
            throw cause;
        }
        return commands.size() == 1 ? passOver(commands.get(0), cause) : halves(commands);
    }

    /** One of them cannot be processed; merging would let the mark pass what was not done. */
    private List<CommandResult> halves(List<SequencedCommand> commands)
            throws OdooException, FencedException, InterruptedException {
        int middle = commands.size() / 2;
        List<CommandResult> results = new ArrayList<>();
        for (List<SequencedCommand> half :
                List.of(commands.subList(0, middle), commands.subList(middle, commands.size()))) {
            try {
                results.addAll(send(unmerged(half)));
            } catch (OdooException e) {
                results.addAll(divided(half, e));
            }
        }
        return results;
    }

    /** Lets the ledger pass it; if even that is refused, it was not the command's fault. */
    private List<CommandResult> passOver(SequencedCommand command, OdooException cause)
            throws OdooException, FencedException, InterruptedException {
        try {
            List<CommandResult> results =
                    send(List.of(BatchEntry.passedOver(command, cause.getMessage())));
            counts.passed();
            return results;
        } catch (OdooException e) {
            if (e.failure() != Failure.REFUSED) {
                throw e;
            }
            throw new OdooException(
                    Failure.FATAL_CONFIGURATION,
                    e.error().orElse(null),
                    "Odoo refuses every command of shard " + shard + ": " + e.getMessage(),
                    null,
                    e);
        }
    }

    private static List<BatchEntry> unmerged(List<SequencedCommand> commands) {
        return commands.stream().map(BatchEntry::of).toList();
    }

    private List<CommandResult> send(List<BatchEntry> entries)
            throws OdooException, FencedException, InterruptedException {
        bucket.take(entries.size());
        int conflicts = 0;
        int lost = 0;
        for (int failures = 1; ; failures++) {
            try {
                counts.called();
                List<CommandResult> results = action.apply(shard, mark.epoch(), entries);
                advance(entries);
                return results;
            } catch (OdooException e) {
                conflicts += Tries.isConflict(e) ? 1 : 0;
                if (!Tries.isWorthwhile(e) || conflicts >= settings.conflictTries()) {
                    throw e;
                }
                tries.pause(failures, e);
                if (e.failure() == Failure.OUTCOME_UNKNOWN) {
                    counts.outcomeUnknown();
                    lost += isDone(entries) ? 0 : 1;
                    // Perhaps it takes longer than the server lets a call run; one command alone
                    // is tried for ever, because it may as well wait for somebody's lock.
                    if (lost >= settings.conflictTries() && entries.size() > 1) {
                        throw e;
                    }
                }
            }
        }
    }

    private void advance(List<BatchEntry> entries) {
        long last = entries.get(entries.size() - 1).last().sequence();
        mark = new Mark(mark.epoch(), Math.max(mark.sequence(), last));
    }

    /** Whether it was applied; it is sent again in any case, which asks for its outcomes. */
    private boolean isDone(List<BatchEntry> entries)
            throws OdooException, FencedException, InterruptedException {
        Mark found = tries.untilAnswered(() -> action.mark(shard));
        if (found.epoch() != mark.epoch()) {
            throw new FencedException(shard, mark.epoch(), found.epoch());
        }
        return found.sequence() >= entries.get(entries.size() - 1).last().sequence();
    }
}
