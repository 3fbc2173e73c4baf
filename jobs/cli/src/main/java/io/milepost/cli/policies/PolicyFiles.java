package io.milepost.cli.policies;

import io.milepost.events.SlaPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where policies are read from: files that are named, or those that come with the program. */
public final class PolicyFiles {

    /** The rules that ship, for use in production. */
    public static final String DEFAULT = "default.yaml";

    /** The rules of the demo: every kind of thing that rules can say. */
    public static final String SHOWCASE = "showcase.yaml";

    /** Four plain rules, for measurements. */
    public static final String DEMO = "demo.yaml";

    /** The rule of the SCMS delivery history. */
    public static final String SCMS = "scms.yaml";

    /** The rule of the BPI Challenge 2019 log. */
    public static final String BPIC2019 = "bpic2019.yaml";

    private PolicyFiles() {}

    /**
     * Reads a file, or every {@code .yaml} file of a folder in the order of their names.
     *
     * @throws PolicyFormatException with every problem of every file
     * @throws IOException if a file cannot be read; the message names it
     */
    public static List<SlaPolicy> read(Path path) throws IOException {
        return read(List.of(path));
    }

    /**
     * Reads files and folders, as one: a version of a rule may be given once only.
     *
     * @throws PolicyFormatException with every problem of every file
     * @throws IOException if files are not there or cannot be read; the message names them
     */
    public static List<SlaPolicy> read(List<Path> paths) throws IOException {
        PolicyReader reader = new PolicyReader();
        List<String> missing = new ArrayList<>();
        for (Path path : paths) {
            try {
                for (Path file : files(path)) {
                    reader.read(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
                }
            } catch (NoSuchFileException e) {
                missing.add(e.getMessage());
            }
        }
        if (missing.isEmpty()) {
            return reader.finish();
        }
        try {
            reader.finish();
        } catch (PolicyFormatException e) {
            missing.add(e.getMessage());
        }
        throw new NoSuchFileException(String.join("\n", missing));
    }

    /**
     * Reads a file that comes with the program.
     *
     * @param name {@link #DEFAULT}, {@link #SHOWCASE}, {@link #DEMO}, {@link #SCMS} or {@link
     *     #BPIC2019}
     */
    public static List<SlaPolicy> bundled(String name) throws IOException {
        try (InputStream stream = PolicyFiles.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new NoSuchFileException(
                        name + ": expected among the rules of this program but found nothing");
            }
            PolicyReader reader = new PolicyReader();
            reader.read(
                    bundledPath(name), new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            return reader.finish();
        }
    }

    /** Where a file that comes with the program is in its distribution. */
    public static String bundledPath(String name) {
        return "flink-conf/sla/" + name;
    }

    private static List<Path> files(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        if (!Files.isDirectory(path)) {
            throw new NoSuchFileException(
                    path + ": expected a file or folder of policies but found nothing");
        }
        try (Stream<Path> entries = Files.list(path)) {
            List<Path> files =
                    entries.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
            if (files.isEmpty()) {
                throw new NoSuchFileException(
                        path + ": expected .yaml files of policies in this folder but found none");
            }
            return files;
        }
    }
}
