package io.milepost.local.odoo;

import io.milepost.kafka.inbound.HeartbeatWatermarks;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.local.run.RunOptions;
import io.milepost.pipelines.delivery.DeliverySettings;
import io.milepost.pipelines.delivery.DeliveryTime;
import io.milepost.pipelines.delivery.PartnerDeliveryJob;
import io.milepost.pipelines.partners.PartnerIntakeJob;
import io.milepost.pipelines.partners.PartnerIntakeSettings;
import java.io.IOException;
import java.time.Duration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The jobs between us and the partners, beside the milestones job.
 *
 * @param intake reads what they send
 * @param delivery sends them orders
 */
record PartnerJobs(JobClient intake, JobClient delivery) {

    /** In a story things happen that much after what led to them. */
    private static final Duration A_LITTLE = Duration.ofSeconds(1);

    /**
     * Starts both.
     *
     * @param played whether the time is the story's
     */
    static PartnerJobs start(EmbeddedRun run, RunOptions options, boolean played)
            throws IOException {
        String[] arguments = OdooJobs.arguments(run, options).toArray(String[]::new);
        StreamExecutionEnvironment reading = run.stack().environment();
        PartnerIntakeJob.define(
                reading, PartnerIntakeSettings.parse(arguments), new HeartbeatWatermarks());
        StreamExecutionEnvironment sending = run.stack().environment();
        PartnerDeliveryJob.define(
                sending,
                DeliverySettings.parse(arguments),
                new HeartbeatWatermarks(),
                played ? DeliveryTime.played(A_LITTLE) : DeliveryTime.OF_THE_WORLD);
        return new PartnerJobs(
                OdooJobs.submit(reading, PartnerIntakeJob.NAME),
                OdooJobs.submit(sending, PartnerDeliveryJob.NAME));
    }

    /**
     * Fails unless both run.
     *
     * @throws IOException naming the one that has ended
     */
    void requireRunning() throws IOException, InterruptedException {
        OdooJobs.require(intake, PartnerIntakeJob.NAME);
        OdooJobs.require(delivery, PartnerDeliveryJob.NAME);
    }
}
