package io.milepost.partners.publication;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** What a company asks for of all its profiles: {@code company.yaml} beside their folders. */
public final class CompanyFile {

    /** Its name. */
    public static final String NAME = "company.yaml";

    private static final String APPROVAL = "approval";

    private CompanyFile() {}

    /**
     * The rule of the folder that profiles are in; the author's approval is enough where there is
     * no such file.
     *
     * @throws PublicationException if the file says something that nobody knows
     */
    public static ApprovalRule approval(Path profiles) throws IOException {
        Path file = profiles.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return ApprovalRule.AUTHOR;
        }
        Object approval = fields(file).get(APPROVAL);
        for (ApprovalRule rule : ApprovalRule.values()) {
            if (rule.word().equals(approval)) {
                return rule;
            }
        }
        throw new PublicationException(
                "%s: approval: expected author or another-person but found %s"
                        .formatted(file, approval == null ? "nothing" : approval));
    }

    private static Map<?, ?> fields(Path file) throws IOException {
        Object read;
        try {
            read =
                    new Load(LoadSettings.builder().setLabel(file.toString()).build())
                            .loadFromString(Files.readString(file, StandardCharsets.UTF_8));
        } catch (YamlEngineException e) {
            throw new PublicationException(file + ": expected YAML but found " + e.getMessage(), e);
        }
        if (!(read instanceof Map<?, ?> fields)) {
            throw new PublicationException(file + ": expected fields but found " + read);
        }
        for (Object field : fields.keySet()) {
            if (!APPROVAL.equals(field)) {
                throw new PublicationException(
                        "%s: %s: expected the field approval but found an unknown field"
                                .formatted(file, field));
            }
        }
        return fields;
    }
}
