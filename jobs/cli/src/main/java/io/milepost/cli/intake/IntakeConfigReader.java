package io.milepost.cli.intake;

import io.milepost.cli.InputException;
import io.milepost.partners.intake.IntakeLimits;
import io.milepost.partners.message.Format;
import io.milepost.partners.yaml.Problems;
import io.milepost.partners.yaml.Section;
import io.milepost.partners.yaml.YamlFile;
import io.milepost.partners.yaml.YamlProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the file of the intake, and tells everything that is wrong with it at once. */
final class IntakeConfigReader {

    static final List<String> FIELDS =
            List.of(
                    "listen",
                    "operators",
                    "archive",
                    "limits",
                    "heartbeat",
                    "look-every",
                    "partners");

    static final List<String> OPERATORS = List.of("host", "port");
    static final List<String> LIMITS = List.of("longest", "transaction", "at-once", "patience");
    static final List<String> PARTNER =
            List.of("format", "calls-per-minute", "credentials", "folder");

    private static final int USUAL_CALLS = 600;
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(20);
    private static final Duration LONGEST_HEARTBEAT = Duration.ofSeconds(10);

    private final Problems problems;
    private final Map<Path, String> folders = new HashMap<>();

    private IntakeConfigReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * Reads the file.
     *
     * @throws InputException with every problem
     */
    static IntakeConfig read(Path file) throws InputException {
        String yaml;
        try {
            yaml = Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InputException(
                    file + ": expected the configuration of the intake but found no file to read",
                    e);
        }
        Problems problems = new Problems(file.toString());
        Optional<IntakeConfig> config =
                YamlFile.compose(file.toString(), yaml, problems)
                        .flatMap(root -> Section.of(root, "", FIELDS, problems))
                        .map(root -> new IntakeConfigReader(problems).read(root));
        if (config.isEmpty() && problems.none()) {
            problems.add(1, "partners", "partners", "nothing");
        }
        end(problems);
        return config.orElseThrow();
    }

    /**
     * Ends with what was found, if something was.
     *
     * @throws InputException with every problem
     */
    static void end(Problems problems) throws InputException {
        if (!problems.none()) {
            throw new InputException(
                    "the configuration cannot be used\n"
                            + problems.sorted().stream()
                                    .map(YamlProblem::message)
                                    .collect(Collectors.joining("\n")),
                    null);
        }
    }

    private IntakeConfig read(Section root) {
        ListenSetting listen = ListenSetting.read(root).orElse(null);
        List<IntakeConfig.Partner> partners = partners(root, listen != null);
        return new IntakeConfig(
                listen,
                root.section("operators", OPERATORS)
                        .map(IntakeConfigReader::operators)
                        .orElse(null),
                root.required("archive", "a folder", Values::path, Path.of("")),
                limits(root.section("limits", LIMITS)),
                root.optional(
                        "heartbeat",
                        "a duration up to " + LONGEST_HEARTBEAT.toSeconds() + " s",
                        text ->
                                Values.duration(text)
                                        .filter(it -> it.compareTo(LONGEST_HEARTBEAT) <= 0),
                        Duration.ofSeconds(1)),
                root.optional(
                        "look-every", Values.DURATION, Values::duration, Duration.ofSeconds(5)),
                partners);
    }

    private static IntakeConfig.Operators operators(Section section) {
        return new IntakeConfig.Operators(
                section.optional("host", "an address", Values::text, "127.0.0.1"),
                section.required("port", Values.PORT, Values::port, 0));
    }

    private static IntakeLimits limits(Optional<Section> given) {
        IntakeLimits usual = IntakeLimits.DEFAULT;
        if (given.isEmpty()) {
            return new IntakeLimits(
                    usual.longest(),
                    usual.longestTransaction(),
                    usual.appendsAtOnce(),
                    USUAL_PATIENCE);
        }
        Section limits = given.get();
        return new IntakeLimits(
                limits.optional("longest", Values.SIZE, Values::size, usual.longest()),
                limits.optional(
                        "transaction",
                        "a size up to 1 MiB",
                        text ->
                                Values.smallSize(text)
                                        .filter(it -> it <= usual.longestTransaction()),
                        usual.longestTransaction()),
                limits.optional("at-once", Values.COUNT, Values::count, usual.appendsAtOnce()),
                limits.optional("patience", Values.DURATION, Values::duration, USUAL_PATIENCE));
    }

    private List<IntakeConfig.Partner> partners(Section root, boolean listens) {
        List<IntakeConfig.Partner> partners = new ArrayList<>();
        Optional<Section> section = root.section("partners", List.of());
        Map<String, Node> fields = section.map(Section::fields).orElse(Map.of());
        if (fields.isEmpty() && problems.none()) {
            problems.add(root.node(), "partners", "at least one partner", "none");
        }
        fields.forEach(
                (profile, node) ->
                        Section.of(node, "partners." + profile, PARTNER, problems)
                                .map(it -> partner(profile, it, listens))
                                .ifPresent(partners::add));
        return partners;
    }

    private IntakeConfig.Partner partner(String profile, Section section, boolean listens) {
        if (!profile.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            problems.add(
                    section.node(),
                    "partners." + profile,
                    "a name of letters, digits, full stops and hyphens",
                    profile);
        }
        List<CredentialSetting> credentials = new CredentialReader(problems).read(section);
        Path folder = section.optional("folder", "a folder", Values::path, null);
        boolean mayCall = section.node("credentials").isPresent();
        if (!mayCall && folder == null) {
            problems.add(
                    section.node(),
                    "partners." + profile,
                    "credentials, or a folder, or both",
                    "none of them");
        }
        if (mayCall && !listens) {
            problems.add(
                    section.node(),
                    section.path("credentials"),
                    "listen to say where the partner calls",
                    "nothing of it");
        }
        requireOwn(profile, folder, section);
        return new IntakeConfig.Partner(
                profile,
                section.required(
                        "format",
                        "one of x12, edifact, ubl, json",
                        Values.constant(Format.class),
                        Format.JSON),
                section.optional("calls-per-minute", Values.COUNT, Values::count, USUAL_CALLS),
                credentials,
                folder);
    }

    /** Whose a file is would be a matter of luck. */
    private void requireOwn(String profile, Path folder, Section section) {
        if (folder == null) {
            return;
        }
        String other = folders.putIfAbsent(folder.toAbsolutePath().normalize(), profile);
        if (other != null) {
            problems.add(
                    section.node("folder").orElse(section.node()),
                    section.path("folder"),
                    "a folder of its own",
                    "that of " + other);
        }
    }
}
