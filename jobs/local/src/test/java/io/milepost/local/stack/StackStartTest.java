package io.milepost.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackStartTest {
    @TempDir Path folder;

    @AfterEach
    void findTheArchiveAgain() {
        System.clearProperty(RegistryArchive.PROPERTY);
    }

    @Test
    void aServiceThatDoesNotStartTakesTheOthersDownWithIt() {
        var missing = folder.resolve("missing.tar.gz");
        System.setProperty(RegistryArchive.PROPERTY, missing.toString());
        var work = folder.resolve("work");

        assertThatThrownBy(
                        () ->
                                EmbeddedStack.start(
                                        StackOptions.defaults().withFolder(work),
                                        StackProgress.SILENT))
                .isInstanceOf(StackStartException.class)
                .hasMessage(
                        "the embedded stack did not start: -Dmilepost.registry.archive: expected an"
                                + " archive but %s is no file",
                        missing);

        assertThat(ProcessHandle.current().descendants()).isEmpty();
        assertThat(work.resolve("broker")).doesNotExist();
    }
}
