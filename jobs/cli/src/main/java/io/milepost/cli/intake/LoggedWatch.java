package io.milepost.cli.intake;

import io.milepost.events.PartnerChannel;
import io.milepost.partners.intake.IntakeWatch;
import io.milepost.partners.intake.Receipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line in the log for each thing that was taken; never what is in it. */
record LoggedWatch(IntakeWatch next) implements IntakeWatch {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedWatch.class);

    @Override
    public void taken(String profile, PartnerChannel channel, Receipt receipt, boolean repeated) {
        LOG.info(
                "Partner {}: {} receipt {}: {} transactions, {} bytes, {} problems{}",
                profile,
                channel,
                receipt.id(),
                receipt.transactions(),
                receipt.length(),
                receipt.problems().size(),
                repeated ? ", given again" : "");
        next.taken(profile, channel, receipt, repeated);
    }

    @Override
    public void refused(String profile, PartnerChannel channel, Reason reason) {
        next.refused(profile, channel, reason);
    }
}
