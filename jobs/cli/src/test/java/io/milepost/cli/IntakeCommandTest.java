package io.milepost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeCommandTest {

    private final Terminals terminals = new Terminals();

    @TempDir private Path folder;

    @Test
    void theFileThatShipsIsRightAndNeedsNeitherBrokersNorSecretsToBeChecked() {
        int code =
                run("intake", "--config=../../flink-conf/intake.yaml", "--check", "--output=json");

        assertThat(code).as(terminals.people()).isZero();
        assertThat(terminals.results())
                .isEqualTo("{\"valid\":true,\"partners\":2,\"calling\":2,\"folders\":1}\n");
    }

    @Test
    void everythingThatMayBeSaidIsUnderstood() throws IOException {
        assertThat(
                        check(
                                """
                                listen:
                                  host: 0.0.0.0
                                  port: 8480
                                  calls-at-once: 32
                                  idle: 20 s
                                  signed-body: 4 MiB
                                  signed-bodies: 16 MiB
                                  grace: 5 s
                                  tls:
                                    key-store: /etc/milepost/intake.p12
                                    password: ${env:A}
                                    clients:
                                      trust-store: /etc/milepost/partners.p12
                                      password: ${file:/run/secrets/intake:trust}
                                      required: true
                                archive: /var/lib/archive
                                limits: {longest: 1 GiB, transaction: 512 KiB, at-once: 100, patience: 10 s}
                                heartbeat: 500 ms
                                look-every: 2 s
                                partners:
                                  a:
                                    format: edifact
                                    credentials:
                                      - standard-webhook: ["${env:B}", whpk_AAAA]
                                        tolerance: 1 min
                                      - body-signature: ["${env:C}"]
                                        header: x-signature
                                        prefix: "sha256="
                                        encoding: hex
                                      - certificate: ["00:11"]
                                      - easypost: ["${env:D}"]
                                  b: {format: ubl, folder: /in/b}
                                """))
                .as(terminals.people())
                .isZero();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceWithItsPlaceAndNoSecret() throws IOException {
        int code =
                check(
                        """
                        operators: {port: 70000}
                        archives: /x
                        heartbeat: 1 h
                        limits: {transaction: 2 MiB}
                        partners:
                          a/b:
                            format: csv
                            credentials:
                              - api-key: [hunter2hunter2hunter2]
                              - certificate: ["00"]
                                tolerance: 1 min
                              - {}
                          c: {format: x12}
                          d: {format: x12, folder: /in}
                          e: {format: x12, folder: /in/}
                        """);

        assertThat(code).isEqualTo(ExitCodes.USAGE);
        String file = folder.resolve("intake.yaml").toString();
        assertThat(terminals.people()).doesNotContain("hunter2");
        assertThat(terminals.people().lines())
                .containsExactly(
                        "milepost intake: the configuration cannot be used",
                        file
                                + " line 1: operators.port: expected a port from 0 to 65535 but"
                                + " found 70000",
                        file + " line 1: archive: expected a folder but found nothing",
                        file
                                + " line 2: archives: expected one of listen, operators, archive,"
                                + " limits, heartbeat, look-every, partners but found an unknown"
                                + " field",
                        file
                                + " line 3: heartbeat: expected a duration up to 10 s but found 1"
                                + " h",
                        file
                                + " line 4: limits.transaction: expected a size up to 1 MiB but"
                                + " found 2 MiB",
                        file
                                + " line 7: partners.a/b: expected a name of letters, digits, full"
                                + " stops and hyphens but found a/b",
                        file
                                + " line 7: partners.a/b.credentials: expected listen to say where"
                                + " the partner calls but found nothing of it",
                        file
                                + " line 7: partners.a/b.format: expected one of x12, edifact, ubl,"
                                + " json but found csv",
                        file
                                + " line 9: partners.a/b.credentials[0].api-key[0]: expected a"
                                + " reference such as ${env:NAME} or ${file:/path:key} but found"
                                + " something else",
                        file
                                + " line 11: partners.a/b.credentials[1].tolerance: expected no"
                                + " such field of certificate but found it",
                        file
                                + " line 12: partners.a/b.credentials[2]: expected one of api-key,"
                                + " standard-webhook, aftership, easypost, body-signature,"
                                + " certificate but found none",
                        file
                                + " line 13: partners.c: expected credentials, or a folder, or both"
                                + " but found none of them",
                        file
                                + " line 15: partners.e.folder: expected a folder of its own but"
                                + " found that of d");
    }

    @Test
    void secretsThatLeadNowhereAndThoseThatCannotBeUsedAreToldBeforeAnythingStarts()
            throws IOException {
        Files.writeString(folder.resolve("secrets"), "short=abc\n");
        write(
                """
                listen: {port: 0}
                archive: %1$s/archive
                partners:
                  a:
                    format: x12
                    credentials:
                      - api-key: ["${env:MILEPOST_NO_SUCH_VARIABLE}"]
                      - api-key: ["${file:%1$s/secrets:short}"]
                """
                        .formatted(folder));

        assertThat(
                        run(
                                "intake",
                                "--config=" + folder.resolve("intake.yaml"),
                                "--bootstrap-servers=localhost:1",
                                "--registry-url=http://localhost:1"))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(terminals.people())
                .contains(
                        "line 7: partners.a.credentials[0].api-key[0]: expected"
                                + " ${env:MILEPOST_NO_SUCH_VARIABLE} to lead to a value but found"
                                + " none",
                        "line 8: partners.a.credentials[1].api-key[0]: expected secrets that can be"
                            + " used but found key: at least 16 characters are needed, found 3");
        assertThat(folder.resolve("archive")).doesNotExist();
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThat(run("intake", "--config=nowhere.yaml", "--check")).isEqualTo(ExitCodes.USAGE);
        assertThat(terminals.people())
                .contains("nowhere.yaml: expected the configuration of the intake but found no");
    }

    private int check(String yaml) throws IOException {
        write(yaml);
        return run("intake", "--config=" + folder.resolve("intake.yaml"), "--check");
    }

    private void write(String yaml) throws IOException {
        Files.writeString(folder.resolve("intake.yaml"), yaml);
    }

    private int run(String... arguments) {
        return Milepost.commandLine(terminals.terminal()).execute(arguments);
    }
}
