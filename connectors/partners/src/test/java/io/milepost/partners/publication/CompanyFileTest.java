package io.milepost.partners.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompanyFileTest {

    @TempDir private Path folder;

    private ApprovalRule approval(String text) throws IOException {
        Files.writeString(folder.resolve(CompanyFile.NAME), text);
        return CompanyFile.approval(folder);
    }

    @Test
    void withoutItTheAuthorsWordIsEnough() throws IOException {
        assertThat(CompanyFile.approval(folder)).isEqualTo(ApprovalRule.AUTHOR);
    }

    @Test
    void itSaysWhoApproves() throws IOException {
        assertThat(approval("approval: another-person\n")).isEqualTo(ApprovalRule.ANOTHER_PERSON);
        assertThat(approval("approval: author\n")).isEqualTo(ApprovalRule.AUTHOR);
    }

    @Test
    void whatNobodyKnowsIsRefused() {
        String file = folder.resolve(CompanyFile.NAME).toString();

        assertThatThrownBy(() -> approval("approval: anybody"))
                .hasMessage(
                        file + ": approval: expected author or another-person but found anybody");
        assertThatThrownBy(() -> approval("approve: author"))
                .hasMessage(
                        file + ": approve: expected the field approval but found an unknown field");
        assertThatThrownBy(() -> approval("none"))
                .hasMessage(file + ": expected fields but found none");
        assertThatThrownBy(() -> approval("{")).hasMessageContaining(file + ": expected YAML");
    }
}
