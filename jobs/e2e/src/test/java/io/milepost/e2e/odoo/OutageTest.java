package io.milepost.e2e.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.e2e.stack.SharedStack;
import io.milepost.events.CommandOutcome;
import io.milepost.events.OdooCommand;
import io.milepost.kafka.errand.Errand;
import io.milepost.kafka.errand.ErrandFactory;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.InboundRecordTypeInfo;
import io.milepost.kafka.inbound.InboundSource;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.pipelines.updates.UpdatesJob;
import io.milepost.pipelines.updates.UpdatesSettings;
import io.milepost.schemas.Catalogue;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Half an hour without Odoo, in a time of its own: the pauses between tries are shorter. */
@ExtendWith(SharedStack.class)
@DisplayName("odoo-updates while Odoo is down")
class OutageTest {

    private static final Duration DEADLINE = Duration.ofMinutes(1);
    private static final Duration OUTAGE = Duration.ofMinutes(30);
    private static final int LINES = 10;
    private static final int NOTES_OF_EACH = 60;
    private static final int BATCH = 10;
    private static final int SUBTASKS = 2;
    private static final int BATCHES_READ = 2;

    private static final String[] SETTINGS = {"--odoo-batch=" + BATCH, RecordsRead.SETTING};

    @Test
    void checkpointsCompleteLittleIsReadAndEachEffectHappensOnceAfterwards(EmbeddedStack stack)
            throws Exception {
        try (OdooSite site = OdooSite.start();
                UpdatesRun run =
                        new UpdatesRun(stack, site, "outage", OutageTest::inFastTime, SETTINGS)) {
            List<Site.Line> lines = site.orders(LINES);
            run.ask(List.of(Asked.note(lines.get(0), "before", "It is up")));
            UpdateOutputs outputs = run.outputs();
            outputs.await("the first result", DEADLINE, () -> outputs.results().size() == 1);

            assertGoesOnForHalfAnHour(stack, site, run, lines, DEADLINE);
            assertThat(outputs.results()).as("results while Odoo is down").hasSize(1);

            site.odoo().comeUp();
            int commands = 1 + LINES * (1 + NOTES_OF_EACH);
            outputs.await("all results", DEADLINE, () -> outputs.results().size() == commands);
            assertThat(outputs.outcomes())
                    .isEqualTo(Map.of(CommandOutcome.APPLIED, (long) commands));
            for (Site.Line line : lines) {
                assertThat(site.date(line)).isEqualTo(Effects.MOVED);
                assertThat(site.notes(line.order(), "Part"))
                        .as("notes of order %s", line.order())
                        .isEqualTo(NOTES_OF_EACH + (line.equals(lines.get(0)) ? 1 : 0));
            }
        }
    }

    @Test
    void everythingWouldBeReadIfTheSourceDidNotWaitForTheAnswer(EmbeddedStack stack)
            throws Exception {
        try (OdooSite site = OdooSite.start();
                UpdatesRun run =
                        new UpdatesRun(
                                stack, site, "outage-ahead", OutageTest::readingAhead, SETTINGS)) {
            List<Site.Line> lines = site.orders(LINES);
            assertThatThrownBy(() -> assertGoesOnForHalfAnHour(stack, site, run, lines, DEADLINE))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("records read while Odoo is down");
        }
    }

    @Test
    void noCheckpointWouldCompleteIfAnOperatorAsked(EmbeddedStack stack) throws Exception {
        try (OdooSite site = OdooSite.start();
                UpdatesRun run =
                        new UpdatesRun(
                                stack, site, "outage-stuck", OutageTest::inAnOperator, SETTINGS)) {
            List<Site.Line> lines = site.orders(LINES);
            assertThatThrownBy(
                            () ->
                                    assertGoesOnForHalfAnHour(
                                            stack, site, run, lines, FastTime.real(OUTAGE)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("checkpoints: expected");
        }
    }

    private static void assertGoesOnForHalfAnHour(
            EmbeddedStack stack,
            OdooSite site,
            UpdatesRun run,
            List<Site.Line> lines,
            Duration deadline)
            throws Exception {
        String topic = run.kafka().topic(Catalogue.COMMANDS);
        long before = RecordsRead.of(topic);
        site.odoo().goDown();
        long end = System.nanoTime() + FastTime.real(OUTAGE).toNanos();
        run.ask(commands(lines));
        CompletedCheckpoints checkpoints =
                new CompletedCheckpoints(stack.flinkUi(), run.job().getJobID());
        // The first ones may have begun before anything was asked for.
        long completed = checkpoints.count() + 2;
        do {
            checkpoints.await(++completed, deadline);
        } while (System.nanoTime() < end);
        assertThat(RecordsRead.of(topic) - before)
                .as("records read while Odoo is down")
                .isLessThanOrEqualTo(SUBTASKS * BATCHES_READ * BATCH);
    }

    private static List<OdooCommand> commands(List<Site.Line> lines) {
        List<OdooCommand> commands = new ArrayList<>();
        for (Site.Line line : lines) {
            commands.add(Asked.date(line, "d" + line.line(), Effects.MOVED, Site.PLANNED));
            for (int i = 0; i < NOTES_OF_EACH; i++) {
                commands.add(Asked.note(line, "n" + line.line() + "-" + i, "Part " + i));
            }
        }
        return commands;
    }

    private static ErrandFactory errand(UpdatesSettings settings) {
        return UpdatesJob.errand(settings, FastTime::new);
    }

    private static void inFastTime(StreamExecutionEnvironment environment, UpdatesSettings settings)
            throws IOException {
        UpdatesJob.define(environment, settings, errand(settings));
    }

    private static void readingAhead(
            StreamExecutionEnvironment environment, UpdatesSettings settings) throws IOException {
        UpdatesJob.define(environment, settings, metrics -> new ReadingAhead());
    }

    private static void inAnOperator(
            StreamExecutionEnvironment environment, UpdatesSettings settings) {
        environment.enableCheckpointing(settings.job().checkpointInterval().toMillis());
        environment
                .fromSource(
                        InboundSource.of(
                                settings.job().kafka(),
                                List.of(settings.job().kafka().topic(Catalogue.COMMANDS)),
                                "outage-stuck",
                                OffsetsInitializer.earliest()),
                        WatermarkStrategy.noWatermarks(),
                        "commands",
                        InboundRecordTypeInfo.INSTANCE)
                .map(new Asking(errand(settings)))
                .returns(InboundRecordTypeInfo.INSTANCE)
                .sinkTo(new DiscardingSink<>());
    }

    /** Takes whatever comes, to ask for it some time. */
    private static final class ReadingAhead implements Errand {
        private final List<InboundRecord> later = new ArrayList<>();

        @Override
        public List<byte[]> run(List<InboundRecord> records) {
            later.addAll(records);
            return Collections.nCopies(records.size(), new byte[0]);
        }

        @Override
        public void close() {
            later.clear();
        }
    }

    /** Asks Odoo where a sink would. */
    private static final class Asking extends RichMapFunction<InboundRecord, InboundRecord> {
        private static final long serialVersionUID = 1L;

        private final ErrandFactory factory;
        private transient Errand errand;

        Asking(ErrandFactory factory) {
            this.factory = factory;
        }

        @Override
        public void open(OpenContext context) throws IOException {
            errand = factory.open(getRuntimeContext().getMetricGroup());
        }

        @Override
        public InboundRecord map(InboundRecord record) throws Exception {
            errand.run(List.of(record));
            return record;
        }

        @Override
        public void close() throws IOException {
            if (errand != null) {
                errand.close();
            }
        }
    }
}
