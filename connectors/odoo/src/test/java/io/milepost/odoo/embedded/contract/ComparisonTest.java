package io.milepost.odoo.embedded.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The comparison with recordings can fail. */
class ComparisonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void anotherValueIsADifference() throws IOException {
        assertThat(differences("{'a': [1, {'b': 'x'}]}", "{'a': [1, {'b': 'y'}]}")).isOne();
    }

    @Test
    void aMissingAndAnAdditionalFieldAreDifferences() throws IOException {
        assertThat(differences("{'a': 1}", "{'b': 1}")).isEqualTo(2);
    }

    @Test
    void aWholeNumberIsNoFraction() throws IOException {
        assertThat(differences("{'a': 1.0}", "{'a': 1}")).isOne();
    }

    @Test
    void nothingIsNotTheSameAsFalse() throws IOException {
        assertThat(differences("{'a': false}", "{'a': null}")).isOne();
    }

    @Test
    void momentsOfTheRecordingAreNotCompared() throws IOException {
        String then = "{'a': '2026-11-23 19:42:39'}";
        assertThat(differences(then, "{'a': '2026-11-23 19:42:41'}")).isZero();
        assertThat(differences(then, "{'a': '2026-12-10 08:00:00'}")).isOne();
    }

    private static int differences(String expected, String actual) throws IOException {
        return Comparison.differences(json(expected), json(actual)).size();
    }

    private static JsonNode json(String text) throws IOException {
        return JSON.readTree(text.replace('\'', '"'));
    }
}
