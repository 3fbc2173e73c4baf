package io.milepost.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.cli.QuietLogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class RunLogsTest {

    @TempDir private Path folder;

    @Test
    void aLoggerThatWasThereBeforeTheRunWritesToTheLogOfTheRun() throws IOException {
        QuietLogs.take();
        Logger before = LoggerFactory.getLogger("there.before");
        before.info("goes nowhere");

        Path log;
        try (RunFolder run = RunFolder.open(folder.resolve("work"))) {
            log = run.log();
            before.info("goes to the file");
        }

        assertThat(Files.readString(log))
                .contains("goes to the file")
                .doesNotContain("goes nowhere");
    }

    @Test
    void clientsDoNotListTheirSettings() throws IOException {
        QuietLogs.take();
        Path log;
        try (RunFolder run = RunFolder.open(folder.resolve("work"))) {
            log = run.log();
            new AdminClientConfig(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "b:1"));
            LoggerFactory.getLogger(AdminClientConfig.class).info("was made");
        }

        assertThat(Files.readString(log))
                .contains("was made")
                .doesNotContain(AdminClientConfig.SECURITY_PROVIDERS_CONFIG);
    }
}
