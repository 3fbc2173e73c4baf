package io.milepost.odoo.client;

import static io.milepost.odoo.client.Failure.FATAL_CONFIGURATION;
import static io.milepost.odoo.client.Failure.REFUSED;
import static io.milepost.odoo.client.Failure.RETRYABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every remote call that was recorded from a real server: the client sends what was sent and makes
 * of the answer what it means.
 */
class TranscriptContractTest {

    /** What is no answer to a remote call. */
    private static final Set<String> OTHER =
            Set.of(
                    "126-web-health", // The server's health, which the client does not ask for.
                    "171-webhook-payload", // What the server sends.
                    "180-wal-pgoutput", // What the database sends.
                    "181-wal-test-decoding");

    /** What this client never sends; its answers are tested. */
    private static final Set<String> NEVER_SENT =
            numbers("117 120 121 122 123 124 125 210 213 223 224");

    private static final Map<String, Failure> NOT_REFUSED = new TreeMap<>();

    static {
        // Wrong password or key; a path or a database that is not there; rights.
        for (String number :
                numbers("003 102 106 123 125 130 131 133 134 210 211 212 213 214 217 226")) {
            NOT_REFUSED.put(number, FATAL_CONFIGURATION);
        }
        // No connection to the database; given up after five tries; a statement that took too
        // long; two first uses of a shard.
        for (String number : numbers("100 101 160 161 162 233")) {
            NOT_REFUSED.put(number, RETRYABLE);
        }
    }

    private static final Set<String> REFUSALS =
            numbers(
                    "030 047 056 065 077 085 086 087 089 103 104 105 107 108 109 112 113 114 115"
                            + " 116 117 118 120 121 122 124 140 151 163 215 216 218 219 220 221 222"
                            + " 223 224 225 232");

    private static Set<String> numbers(String text) {
        return Set.copyOf(Arrays.asList(text.split(" ")));
    }

    static Stream<JsonNode> recorded() {
        return Transcripts.all().stream()
                .filter(each -> !OTHER.contains(each.path("name").asText()));
    }

    private static String number(JsonNode transcript) {
        return transcript.path("name").asText().split("-", 2)[0];
    }

    @Test
    void allOfThemAreHere() {
        assertThat(recorded()).hasSizeGreaterThanOrEqualTo(130);
        assertThat(recorded().map(TranscriptContractTest::number))
                .containsAll(NOT_REFUSED.keySet())
                .containsAll(REFUSALS)
                .containsAll(NEVER_SENT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void sendsWhatWasSentAndMakesOfTheAnswerWhatItMeans(String name) throws Exception {
        JsonNode transcript =
                recorded()
                        .filter(each -> each.path("name").asText().equals(name))
                        .findFirst()
                        .orElseThrow();
        try (ReplayServer server = new ReplayServer()) {
            Session session = Session.of(transcript, server);
            Failure expected = expected(transcript);
            if (expected == null) {
                assertThat(session.run()).isEqualTo(session.result());
            } else {
                OdooException failure = catchThrowableOfType(OdooException.class, session::run);
                assertThat(failure).isNotNull();
                assertThat(failure.failure()).isEqualTo(expected);
                assertThat(failure.error()).isEqualTo(session.error());
                assertThat(failure).hasMessageNotContaining(Session.key(transcript));
            }
            if (!NEVER_SENT.contains(number(transcript))) {
                session.assertSentAsRecorded();
            }
        }
    }

    static Stream<String> names() {
        return recorded().map(each -> each.path("name").asText());
    }

    private static Failure expected(JsonNode transcript) {
        String number = number(transcript);
        if (REFUSALS.contains(number)) {
            return REFUSED;
        }
        return NOT_REFUSED.get(number);
    }
}
