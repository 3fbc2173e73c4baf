package io.milepost.partners.intake.folder;

import io.milepost.events.PartnerChannel;
import io.milepost.partners.intake.Delivery;
import io.milepost.partners.intake.Intake;
import io.milepost.partners.intake.IntakeWatch;
import io.milepost.partners.intake.Receipt;
import io.milepost.partners.message.Format;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder into which a partner's files are put, by SFTP or by a program beside. Each is taken once
 * and then moved: to {@code taken} when all of it lies in Kafka, to {@code refused} with a text
 * beside it that says why when it never will. What cannot be kept at the moment stays and is tried
 * again.
 *
 * <p>A sender should write under another name and rename: names that begin with a full stop or end
 * in {@code .part} or {@code .tmp} are left alone. Since not every sender can, a file is taken only
 * when it did not change between two looks. A file {@code NAME.sha256} beside it, in the form of
 * {@code sha256sum}, is compared; a file that does not fit it is refused.
 *
 * <p>The folder is looked at again and again instead of being told of changes, because network file
 * systems do not tell. To be used by one thread.
 */
public final class WatchedFolder {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedFolder.class);

    private static final String CHECKSUM = ".sha256";

    /** What tells that a file has not changed. */
    private record Look(long size, FileTime changed) {}

    private final Path folder;
    private final Path taken;
    private final Path refused;
    private final String profile;
    private final Format format;
    private final long longest;
    private final Intake intake;
    private final IntakeWatch watch;
    private Map<Path, Look> before = new HashMap<>();

    /**
     * @param folder the folder; made if it is missing, with those for what is done
     * @param profile profile of the partner
     * @param format the syntax that it sends
     * @param longest how many bytes a file may have
     * @param watch is told of each file
     * @throws IOException if a folder cannot be made
     */
    public WatchedFolder(
            Path folder,
            String profile,
            Format format,
            long longest,
            Intake intake,
            IntakeWatch watch)
            throws IOException {
        this.folder = Files.createDirectories(folder);
        taken = Files.createDirectories(folder.resolve("taken"));
        refused = Files.createDirectories(folder.resolve("refused"));
        this.profile = profile;
        this.format = format;
        this.longest = longest;
        this.intake = intake;
        this.watch = watch;
    }

    /**
     * Looks once, and takes the files that have not changed since the last look, in the order of
     * their names.
     *
     * @return the receipts of those that were taken
     * @throws IOException if the folder cannot be read, or a file not be moved
     * @throws InterruptedException if the thread is interrupted
     */
    public List<Receipt> look() throws IOException, InterruptedException {
        Map<Path, Look> now = new HashMap<>();
        for (Path file : files()) {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            now.put(file, new Look(attributes.size(), attributes.lastModifiedTime()));
        }
        List<Receipt> receipts = new ArrayList<>();
        for (Path file : new TreeSet<>(now.keySet())) {
            if (now.get(file).equals(before.get(file))) {
                Receipt receipt = take(file, now.get(file).size());
                if (receipt != null) {
                    receipts.add(receipt);
                }
            }
        }
        before = now;
        return receipts;
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path file : all) {
                String name = file.getFileName().toString();
                boolean unfinished =
                        name.startsWith(".") || name.endsWith(".part") || name.endsWith(".tmp");
                if (Files.isRegularFile(file) && !unfinished && !name.endsWith(CHECKSUM)) {
                    files.add(file);
                }
            }
        }
        return files;
    }

    private Receipt take(Path file, long size) throws IOException, InterruptedException {
        String name = file.getFileName().toString();
        if (size > longest) {
            refuse(
                    file,
                    IntakeWatch.Reason.TOO_LONG,
                    "expected at most " + longest + " bytes but found " + size);
            return null;
        }
        String wrong = wrongChecksum(file);
        if (wrong != null) {
            refuse(file, IntakeWatch.Reason.CHECKSUM, wrong);
            return null;
        }
        Receipt receipt;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            receipt = intake.take(Delivery.file(profile, format, name), in);
        } catch (IOException e) {
            LOG.warn("Partner {}: the file {} stays and is tried again", profile, name, e);
            watch.refused(profile, PartnerChannel.FOLDER, IntakeWatch.Reason.NOT_KEPT);
            return null;
        }
        move(file, taken);
        watch.taken(profile, PartnerChannel.FOLDER, receipt, false);
        return receipt;
    }

    /** What is wrong with the file by its checksum; {@code null} if nothing is, or it has none. */
    private static String wrongChecksum(Path file) throws IOException {
        Path beside = checksumOf(file);
        if (!Files.exists(beside)) {
            return null;
        }
        String expected = Files.readString(beside, StandardCharsets.UTF_8).strip();
        int blank = expected.indexOf(' ');
        expected = blank < 0 ? expected : expected.substring(0, blank);
        String found;
        try (DigestInputStream in = Sha256.over(Files.newInputStream(file))) {
            in.transferTo(OutputStream.nullOutputStream());
            found = Sha256.hex(in);
        }
        return expected.equalsIgnoreCase(found)
                ? null
                : "expected SHA-256 " + expected + " but found " + found;
    }

    private void refuse(Path file, IntakeWatch.Reason why, String reason) throws IOException {
        watch.refused(profile, PartnerChannel.FOLDER, why);
        LOG.warn("Partner {}: the file {} is refused: {}", profile, file.getFileName(), reason);
        Path there = move(file, refused);
        Files.writeString(there.resolveSibling(there.getFileName() + ".reason.txt"), reason + "\n");
    }

    /** Moves a file and its checksum; one of that name that is there already is kept as well. */
    private static Path move(Path file, Path to) throws IOException {
        Path there = to.resolve(file.getFileName());
        for (int copy = 2; Files.exists(there); copy++) {
            there = to.resolve(file.getFileName() + "." + copy);
        }
        Path beside = checksumOf(file);
        Files.move(file, there, StandardCopyOption.ATOMIC_MOVE);
        if (Files.exists(beside)) {
            Files.move(beside, checksumOf(there), StandardCopyOption.REPLACE_EXISTING);
        }
        return there;
    }

    private static Path checksumOf(Path file) {
        return file.resolveSibling(file.getFileName() + CHECKSUM);
    }
}
