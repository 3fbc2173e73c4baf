package io.milepost.cli.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page about partners names every key of the file. */
class IntakePageTest {

    @Test
    void everyKeyHasItsRow() throws IOException {
        String page = Files.readString(Path.of("../../docs/partners.md"));

        IntakeConfigReader.FIELDS.forEach(key -> assertThat(page).contains("`" + key));
        ListenSetting.FIELDS.forEach(key -> assertThat(page).contains("listen." + key));
        IntakeConfigReader.LIMITS.forEach(key -> assertThat(page).contains("limits." + key));
        IntakeConfigReader.PARTNER.forEach(
                key -> assertThat(page).contains("partners.NAME." + key));
        for (List<String> keys :
                List.of(ListenSetting.TLS, ListenSetting.CLIENTS, CredentialReader.FIELDS)) {
            keys.forEach(key -> assertThat(page).containsPattern("[`.]" + key + "[.`]"));
        }
    }
}
