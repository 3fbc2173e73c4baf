package io.milepost.partners.publication;

import io.milepost.events.PartnerProfileVersion;
import io.milepost.events.ProfileFile;
import io.milepost.partners.profile.DocumentRule;
import io.milepost.partners.profile.PartnerProfile;
import io.milepost.partners.profile.ProfileSource;
import io.milepost.partners.profile.Sample;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The files of a profile on its way to a record and back. */
public final class ProfileFiles {

    private ProfileFiles() {}

    /** The profile of a record, as its files were written. */
    public static ProfileSource source(PartnerProfileVersion version) {
        Map<String, byte[]> files = new HashMap<>();
        version.getFiles().forEach(file -> files.put(file.getPath(), bytes(file.getContent())));
        return new ProfileSource(version.getProfile(), version.getYaml(), files);
    }

    /** Those files that a profile names, by their path: a folder may hold others. */
    static List<ProfileFile> named(PartnerProfile profile, ProfileSource source) {
        Set<String> named = new HashSet<>();
        profile.documents().values().stream().map(DocumentRule::template).forEach(named::add);
        for (Sample sample : profile.samples()) {
            named.add(sample.file());
            named.add(sample.expectedFile());
        }
        List<ProfileFile> files = new ArrayList<>();
        source.files()
                .forEach(
                        (path, content) -> {
                            if (named.contains(path)) {
                                files.add(new ProfileFile(path, ByteBuffer.wrap(content)));
                            }
                        });
        return files;
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
