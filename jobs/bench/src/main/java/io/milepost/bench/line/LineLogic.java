package io.milepost.bench.line;

import io.milepost.cli.policies.PolicyFiles;
import io.milepost.events.LineMilestone;
import io.milepost.events.OdooCommand;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.SlaAlert;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.milestones.output.OutputWriter;
import io.milepost.state.LineKey;
import io.milepost.state.fact.Fact;
import io.milepost.state.intake.FactReader;
import io.milepost.state.intake.UnknownUnitException;
import io.milepost.state.line.FactArchive;
import io.milepost.state.line.Line;
import io.milepost.state.line.LineOutputs;
import io.milepost.state.line.LineState;
import io.milepost.state.line.Step;
import io.milepost.state.sla.RuleBook;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/** What the job does with an event once its line and order are known, for those that rebuild it. */
public final class LineLogic {

    private final RuleBook rules;
    private final OutputWriter writer;

    /** The logic under the demo's rules. */
    public LineLogic(OutputWriter writer) throws IOException {
        this.rules = RuleSets.named(PolicyFiles.DEMO);
        this.writer = writer;
    }

    /** Takes an event in, tells the difference and returns what is to be remembered. */
    public LineState apply(
            String key,
            LineState before,
            FactArchive archive,
            SpecificRecord event,
            long clock,
            Consumer<OutboundRecord> out)
            throws UnknownUnitException, IOException {
        Fact fact =
                event instanceof OdooOrderLine order
                        ? FactReader.order(order)
                        : FactReader.read(event, before.order());
        Step step = new Line(LineKey.parse(key), rules, archive).apply(before, fact, clock);
        tell(step.outputs(), fact.header().knownAt(), out);
        return step.state();
    }

    /** Decides what is due and tells the difference. */
    public LineState tick(
            String key,
            LineState before,
            FactArchive archive,
            long clock,
            Consumer<OutboundRecord> out)
            throws IOException {
        Step step = new Line(LineKey.parse(key), rules, archive).tick(before, clock);
        tell(step.outputs(), step.state().clock(), out);
        return step.state();
    }

    private void tell(LineOutputs outputs, long knownAt, Consumer<OutboundRecord> out)
            throws IOException {
        for (LineMilestone milestone : outputs.milestones()) {
            out.accept(writer.milestone(milestone));
        }
        for (SlaAlert alert : outputs.alerts()) {
            out.accept(writer.alert(alert, knownAt));
        }
        for (OdooCommand command : outputs.commands()) {
            out.accept(writer.command(command));
        }
        if (outputs.status() != null) {
            out.accept(writer.status(outputs.status(), knownAt));
        }
    }
}
