package io.milepost.partners.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderArchiveTest {

    @TempDir private Path folder;

    @Test
    void whatAProcessLeftThatIsGoneIsDeletedAndWhatALiveOneHasIsNot() throws Exception {
        Path dead = Files.createDirectories(folder.resolve("arriving").resolve("of-the-dead"));
        Files.writeString(dead.resolve("lock"), "");
        Files.writeString(dead.resolve("half"), "ISA*00*");
        try (FolderArchive living = new FolderArchive(folder)) {
            assertThat(dead).doesNotExist();
            List<Path> its = arriving();
            try (FolderArchive another = new FolderArchive(folder)) {
                assertThat(arriving()).hasSize(2).containsAll(its);
                another.keep(bytes("two"), 10);
            }
            assertThat(arriving()).isEqualTo(its);
            Archive.Kept kept = living.keep(bytes("one"), 10);
            assertThat(living.open(kept.sha256())).hasContent("one");
        }
        assertThat(arriving()).isEmpty();
    }

    private List<Path> arriving() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("arriving"))) {
            return all.toList();
        }
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
