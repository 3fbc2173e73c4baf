package io.milepost.kafka.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClaimTest {

    private final Claim claim = new Claim("test.ledger", 7);

    @Test
    void aSubtaskOfAnotherNumberOfSubtasksIsAnother() {
        assertThat(claim.id(1, 2)).isEqualTo("test.ledger/claim/7/1-of-2");
        assertThat(claim.has(claim.id(1, 2), 2)).isTrue();
        assertThat(claim.has(claim.id(1, 4), 2)).isFalse();
        assertThat(claim.has(claim.id(1, 12), 2)).isFalse();
        assertThat(claim.has(new Claim("test.ledger", 77).id(1, 2), 2)).isFalse();
    }

    @Test
    void itKnowsRunsThatClaimTheSameAndNoOthers() {
        assertThat(claim.runOf(new Claim("test.ledger", 12).id(0, 1))).hasValue(12);
        assertThat(claim.runOf(new Claim("test.ledger", 13).shown(4))).hasValue(13);
        assertThat(claim.has(claim.shown(4), 2)).isFalse();
        assertThat(claim.runOf(new Claim("a.test.ledger", 12).id(0, 1))).isEmpty();
        assertThat(claim.runOf("milepost-prod-milestones.1-2")).isEmpty();
        assertThat(claim.runOf("test.ledger/claim/none")).isEmpty();
    }
}
