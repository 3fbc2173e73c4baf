package io.milepost.partners.profile;

import io.milepost.partners.yaml.YamlProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds profiles: those that ship with the product, by their name, and others in folders. */
public final class PartnerProfiles {

    /** The profiles that ship with the product. */
    public static final List<String> SHIPPED =
            List.of(
                    "generic-x12",
                    "generic-edifact",
                    "generic-ubl",
                    "generic-dcsa",
                    "generic-epcis",
                    "aftership",
                    "easypost");

    private static final String FOLDER = "/io/milepost/partners/profiles/";

    /** Files that a profile of ours names: a jar has no folder that could be listed. */
    private static final Pattern NAMED_FILE =
            Pattern.compile("(?:samples/)?[a-z0-9.-]+\\.(?:jslt|xml|json|edi)");

    private static final long MAX_FILE = 4L << 20;

    private PartnerProfiles() {}

    /**
     * A profile that ships with the product.
     *
     * @throws IOException if it is not there, with those that are
     */
    public static PartnerProfile shipped(String name) throws IOException {
        return new ProfileReader(
                        name + "/" + ProfileSource.PROFILE_FILE, shippedSource(name), null, true)
                .read();
    }

    /** The files of a profile that ships with the product. */
    public static ProfileSource shippedSource(String name) throws IOException {
        if (!SHIPPED.contains(name)) {
            throw new NoSuchFileException(name + ": expected one of " + String.join(", ", SHIPPED));
        }
        String yaml =
                new String(resource(name, ProfileSource.PROFILE_FILE), StandardCharsets.UTF_8);
        Map<String, byte[]> files = new HashMap<>();
        Matcher named = NAMED_FILE.matcher(yaml);
        while (named.find()) {
            files.put(named.group(), resource(name, named.group()));
        }
        return new ProfileSource(name, yaml, files);
    }

    private static byte[] resource(String name, String file) throws IOException {
        try (InputStream stream =
                PartnerProfiles.class.getResourceAsStream(FOLDER + name + "/" + file)) {
            if (stream == null) {
                throw new NoSuchFileException(
                        FOLDER + name + "/" + file + ": expected it in the program");
            }
            return stream.readAllBytes();
        }
    }

    /**
     * Reads a profile from its files.
     *
     * @param file how messages name it
     * @throws ProfileException with everything that is wrong with it
     */
    public static PartnerProfile read(String file, ProfileSource source) throws IOException {
        Optional<String> parent = ProfileReader.parentOf(source);
        if (parent.isPresent() && !SHIPPED.contains(parent.get())) {
            String expected = "one of " + String.join(", ", SHIPPED);
            throw new ProfileException(
                    List.of(new YamlProblem(file, 1, "extends", expected, parent.get())));
        }
        PartnerProfile extended = parent.isPresent() ? shipped(parent.get()) : null;
        return new ProfileReader(file, source, extended, false).read();
    }

    /**
     * Reads a profile from its folder, which has a {@code profile.yaml}, or from that file; or, if
     * there is neither, the one of that name that ships with the product.
     *
     * @throws ProfileException with everything that is wrong with it
     * @throws IOException if there is none, or it cannot be read
     */
    public static PartnerProfile find(String nameOrPath) throws IOException {
        Path path = Path.of(nameOrPath);
        Path file = Files.isDirectory(path) ? path.resolve(ProfileSource.PROFILE_FILE) : path;
        if (Files.isRegularFile(file)) {
            return read(file.toString(), source(file));
        }
        if (SHIPPED.contains(nameOrPath)) {
            return shipped(nameOrPath);
        }
        throw new NoSuchFileException(
                "%s: expected a folder with a %s, or one of %s"
                        .formatted(
                                nameOrPath,
                                ProfileSource.PROFILE_FILE,
                                String.join(", ", SHIPPED)));
    }

    /** The files of a profile's folder, which is the one that its file is in. */
    public static ProfileSource source(Path profileFile) throws IOException {
        Path folder = profileFile.toAbsolutePath().normalize().getParent();
        Map<String, byte[]> files = new HashMap<>();
        try (Stream<Path> below = Files.walk(folder, 3)) {
            for (Path file : below.filter(Files::isRegularFile).toList()) {
                if (Files.size(file) <= MAX_FILE) {
                    String relative = folder.relativize(file).toString().replace('\\', '/');
                    files.put(relative, Files.readAllBytes(file));
                }
            }
        }
        return new ProfileSource(
                String.valueOf(folder.getFileName()),
                Files.readString(profileFile, StandardCharsets.UTF_8),
                files);
    }
}
