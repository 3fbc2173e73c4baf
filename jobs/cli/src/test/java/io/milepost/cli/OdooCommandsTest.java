package io.milepost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.odoo.embedded.Account;
import io.milepost.odoo.embedded.EmbeddedOdoo;
import io.milepost.odoo.embedded.EmbeddedOdooOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about an Odoo server, against the double. */
class OdooCommandsTest {

    private final EmbeddedOdoo odoo = EmbeddedOdoo.start(EmbeddedOdooOptions.version18());
    private Terminals terminals = new Terminals();

    @TempDir private Path folder;

    @AfterEach
    void stop() {
        odoo.close();
    }

    private int run(Account account, String... words) throws IOException {
        Path file = folder.resolve(account.login());
        Files.writeString(file, account.key());
        terminals = new Terminals();
        List<String> all = new ArrayList<>(List.of("odoo"));
        all.addAll(List.of(words));
        all.add("--odoo-url=" + odoo.url());
        all.add("--odoo-database=" + odoo.database());
        all.add("--odoo-login=" + account.login());
        all.add("--odoo-key=${file:" + file + "}");
        return Milepost.commandLine(terminals.terminal()).execute(all.toArray(String[]::new));
    }

    @Test
    void setupSaysWhatItDoesAndASecondOneHasNothingToDo() throws IOException {
        Account bot = odoo.addUser("bot", List.of());

        assertThat(run(odoo.admin(), "setup", "--bot=bot", "--dry-run")).isZero();
        assertThat(terminals.results()).contains("create  group Milepost with the rights of");
        assertThat(terminals.people()).contains("would be made or changed").doesNotContain("next:");
        assertThat(run(odoo.admin(), "setup", "--bot=bot")).isZero();
        assertThat(terminals.people()).contains("next: make an API key for the user bot");
        assertThat(run(odoo.admin(), "setup", "--bot=bot")).isZero();
        assertThat(terminals.people()).doesNotContain("next:");
        assertThat(terminals.results()).doesNotContain("create ", "change ");
        assertThat(run(bot, "probe", "--output=json")).isZero();
        assertThat(terminals.results()).contains("\"version\":\"18.0\"");
    }

    @Test
    void theDoctorSaysThatSetupIsMissingAndEndsWithThree() throws IOException {
        Account bot = odoo.addUser("bot", List.of());

        assertThat(run(bot, "doctor")).isEqualTo(ExitCodes.DIFFERENT);
        assertThat(terminals.results())
                .contains("ERROR   action: the ledger cannot be read")
                .contains("-> run 'milepost odoo setup' as an administrator");
    }

    @Test
    void pruneSaysWhatItWouldForgetAndRefusesWhatMayComeAgain() throws IOException {
        odoo.addUser("bot", List.of());
        assertThat(run(odoo.admin(), "setup", "--bot=bot")).isZero();

        assertThat(run(odoo.admin(), "prune")).isZero();
        assertThat(terminals.results())
                .contains("0 outcomes older than 430 days would be forgotten; --confirm does it");
        assertThat(run(odoo.admin(), "prune", "--confirm", "--output=json")).isZero();
        assertThat(terminals.results()).contains("{\"dryRun\":false,\"outcomes\":0}");
        assertThat(run(odoo.admin(), "prune", "--older-than=60")).isEqualTo(ExitCodes.USAGE);
        assertThat(terminals.people()).contains("--older-than: expected 430 days or more");
    }

    @Test
    void aWrongKeyIsNamedAndNotShown() throws IOException {
        Account wrong = new Account(2, "admin", "", "not-the-key");

        assertThat(run(wrong, "probe")).isEqualTo(ExitCodes.FAILED);
        assertThat(terminals.people())
                .startsWith("milepost odoo probe: ")
                .doesNotContain("not-the");
    }

    @Test
    void aKeyOnTheCommandLineIsRefusedAndNotShown() {
        int code =
                Milepost.commandLine(terminals.terminal())
                        .execute(
                                "odoo",
                                "doctor",
                                "--odoo-url=ftp://erp",
                                "--odoo-database=demo",
                                "--odoo-login=bot",
                                "--odoo-key=4711");

        assertThat(code).isEqualTo(ExitCodes.USAGE);
        assertThat(terminals.people())
                .contains("odoo.url: expected http:// or https:// and a host but found ftp://erp")
                .contains("odoo.key: expected a reference such as ${env:NAME}")
                .doesNotContain("4711");
    }
}
