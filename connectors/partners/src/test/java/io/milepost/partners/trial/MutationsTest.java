package io.milepost.partners.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.partners.profile.PartnerProfile;
import io.milepost.partners.profile.PartnerProfiles;
import io.milepost.partners.profile.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Samples with bytes that were changed, doubled, cut or swapped are mapped or refused with a
 * reason; nothing is thrown. The seed of a failure is printed by jqwik.
 */
class MutationsTest {

    private static final Instant KNOWN_AT = Instant.parse("2026-06-01T00:00:00Z");
    private static final List<Case> CASES = cases();

    private record Case(PartnerTrial trial, byte[] message) {}

    private static List<Case> cases() {
        try {
            List<Case> cases = new ArrayList<>();
            for (String name : PartnerProfiles.SHIPPED) {
                PartnerProfile profile = PartnerProfiles.shipped(name);
                PartnerTrial trial = new PartnerTrial(profile);
                for (Sample sample : profile.samples()) {
                    cases.add(new Case(trial, sample.message()));
                }
            }
            return cases;
        } catch (Exception e) {
            throw new IllegalStateException("the shipped profiles cannot be read", e);
        }
    }

    @Property(tries = 500)
    void aDamagedMessageIsMappedOrRefusedAndNothingIsThrown(@ForAll long seed) {
        Random random = new Random(seed);
        Case one = CASES.get(random.nextInt(CASES.size()));
        byte[] damaged = one.message().clone();
        for (int i = random.nextInt(6); i >= 0; i--) {
            damaged = damaged(damaged, random);
        }
        for (PartnerTrial.Tried tried : one.trial().of(damaged, KNOWN_AT)) {
            assertThat(tried.usable())
                    .isEqualTo(tried.events().size() > 0 || tried.events().nothing() != null);
        }
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        if (bytes.length < 4) {
            return bytes;
        }
        int at = random.nextInt(bytes.length - 2);
        int length = 1 + random.nextInt(Math.min(30, bytes.length - at - 1));
        byte[] changed;
        switch (random.nextInt(4)) {
            case 0 -> {
                changed = bytes.clone();
                changed[at] = (byte) random.nextInt(256);
            }
            case 1 -> {
                changed = new byte[bytes.length - length];
                System.arraycopy(bytes, 0, changed, 0, at);
                System.arraycopy(bytes, at + length, changed, at, bytes.length - at - length);
            }
            case 2 -> {
                changed = new byte[bytes.length + length];
                System.arraycopy(bytes, 0, changed, 0, at + length);
                System.arraycopy(bytes, at, changed, at + length, bytes.length - at);
            }
            default -> {
                changed = bytes.clone();
                int other = random.nextInt(bytes.length - length);
                System.arraycopy(bytes, other, changed, at, length);
            }
        }
        return changed;
    }
}
