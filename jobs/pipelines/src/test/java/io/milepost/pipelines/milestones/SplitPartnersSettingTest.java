package io.milepost.pipelines.milestones;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.state.sla.Splitting;
import org.junit.jupiter.api.Test;

class SplitPartnersSettingTest {

    @Test
    void noLineIsSplitUnlessItsPartnerIsNamed() {
        assertThat(splitting("")).isEqualTo(Splitting.NONE);

        assertThat(splitting("acme, bolts").allows("bolts")).isTrue();
        assertThat(splitting("acme, bolts").allows("other")).isFalse();
        assertThat(splitting("*").allows("other")).isTrue();
    }

    private static Splitting splitting(String partners) {
        return MilestonesSettings.parse(
                        "--bootstrap-servers=localhost:9092",
                        "--registry-url=http://localhost:8085",
                        "--split-partners=" + partners)
                .splitting();
    }
}
