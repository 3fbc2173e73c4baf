package io.milepost.cli.intake;

import io.milepost.partners.intake.IntakeLimits;
import io.milepost.partners.message.Format;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What the file of the intake says. Secrets are references until the service opens.
 *
 * @param listen where partners call; {@code null} if none does
 * @param operators where operators ask; {@code null} if nobody does
 * @param archive folder of everything that was sent
 * @param limits how much is taken
 * @param heartbeat time between two heartbeats
 * @param lookEvery time between two looks into a folder
 * @param partners who may send
 */
record IntakeConfig(
        ListenSetting listen,
        Operators operators,
        Path archive,
        IntakeLimits limits,
        Duration heartbeat,
        Duration lookEvery,
        List<Partner> partners) {

    /** Where operators ask. */
    record Operators(String host, int port) {}

    /**
     * A partner.
     *
     * @param profile name of its profile
     * @param format the syntax that it sends
     * @param callsPerMinute how many calls it may make in a minute
     * @param credentials how it proves who it is when it calls; empty if it does not
     * @param folder where it drops files; {@code null} if it does not
     */
    record Partner(
            String profile,
            Format format,
            int callsPerMinute,
            List<CredentialSetting> credentials,
            Path folder) {}
}
