package io.milepost.pipelines.updates;

import io.milepost.events.OdooCommand;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.errand.Errand;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.odoo.client.OdooException;
import io.milepost.odoo.updates.CommandResult;
import io.milepost.odoo.updates.FencedException;
import io.milepost.odoo.updates.SequencedCommand;
import io.milepost.odoo.updates.ShardAppliers;
import io.milepost.pipelines.milestones.route.EventDecoder;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.runtime.execution.SuppressRestartsException;

/**
 * Applies commands in Odoo. The sequence of a command is its offset, its shard the partition: they
 * are the same whenever it comes, so that Odoo knows it again.
 */
final class OdooErrand implements Errand {

    private final String instance;
    private final EventDecoder decoder;
    private final Shards shards;
    private final ShardAppliers appliers;

    OdooErrand(String instance, EventDecoder decoder, Shards shards, ShardAppliers appliers) {
        this.instance = instance;
        this.decoder = decoder;
        this.shards = shards;
        this.appliers = appliers;
    }

    @Override
    public List<byte[]> run(List<InboundRecord> records) throws IOException, InterruptedException {
        byte[][] answers = new byte[records.size()][];
        List<SequencedCommand> commands = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < answers.length; i++) {
            OdooCommand command = command(records.get(i));
            if (command == null) {
                continue;
            }
            if (CommandHome.of(command).instance().equals(instance)) {
                commands.add(new SequencedCommand(records.get(i).offset(), command));
                places.add(i);
            } else {
                answers[i] = CommandAnswers.NOT_OURS;
            }
        }
        if (!commands.isEmpty()) {
            List<CommandResult> results = applied(shards.of(records.get(0)), commands);
            Instant now = Instant.now();
            for (int i = 0; i < results.size(); i++) {
                answers[places.get(i)] =
                        CommandAnswers.of(
                                CommandHome.result(commands.get(i).command(), results.get(i), now));
            }
        }
        return Arrays.asList(answers);
    }

    /** What cannot be read is not Odoo's to answer: the job finds out why and dead-letters it. */
    private OdooCommand command(InboundRecord record) throws IOException {
        try {
            return CommandReading.read(decoder, record);
        } catch (RejectedRecordException e) {
            return null;
        }
    }

    private List<CommandResult> applied(String shard, List<SequencedCommand> commands)
            throws IOException, InterruptedException {
        try {
            return appliers.of(shard).apply(commands);
        } catch (FencedException e) {
            // Two jobs at the same Odoo: restarting would take the shard back, and so for ever.
            throw new SuppressRestartsException(e);
        } catch (OdooException e) {
            throw new IOException("commands of " + shard + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        try (decoder) {
            appliers.close();
        }
    }
}
