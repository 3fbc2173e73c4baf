package io.milepost.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {
    @TempDir private Path named;

    @Test
    void ofAFolderThatWasNamedOnlyDataGoesAway() throws Exception {
        var folder = WorkFolder.open(Optional.of(named), false);
        for (var service : StackService.values()) {
            write(folder.data(service).resolve("data"));
        }
        write(folder.archive().resolve("partners").resolve("message"));
        write(folder.log(StackService.BROKER));
        write(named.resolve("notes"));

        folder.release(false);

        assertThat(named.toFile().list()).containsExactlyInAnyOrder("logs", "notes");
        assertThat(folder.log(StackService.BROKER)).exists();
    }

    private static void write(Path file) throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "kept");
    }
}
