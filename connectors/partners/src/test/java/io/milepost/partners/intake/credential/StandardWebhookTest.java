package io.milepost.partners.intake.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vector is the one that the specification's reference libraries are tested with. */
class StandardWebhookTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final long SENT = 1_614_265_330L;
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private final StandardWebhook webhook =
            new StandardWebhook(List.of(SECRET), StandardWebhook.TOLERANCE);

    @Test
    void theVectorOfTheSpecificationIsAccepted() {
        Verdict verdict = webhook.check(call(SIGNATURE, BODY), Instant.ofEpochSecond(SENT));

        assertThat(verdict.accepted()).isTrue();
        assertThat(verdict.messageId()).isEqualTo(ID);
    }

    @Test
    void oneSignatureOfSeveralIsEnough() {
        String several = "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= v9,AAAA v1 " + SIGNATURE;

        assertThat(webhook.check(call(several, BODY), Instant.ofEpochSecond(SENT)).accepted())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLawdd=",
                "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "v1,",
                "v1,!",
                "v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                ""
            })
    void noOtherSignatureIs(String signature) {
        assertThat(webhook.check(call(signature, BODY), Instant.ofEpochSecond(SENT)).accepted())
                .isFalse();
    }

    @Test
    void neitherBodyNorIdNorTimeMayBeOthers() {
        Instant now = Instant.ofEpochSecond(SENT);

        assertThat(webhook.check(call(SIGNATURE, BODY + " "), now).accepted()).isFalse();
        assertThat(webhook.check(call("other", SENT, SIGNATURE), now).accepted()).isFalse();
        assertThat(webhook.check(call(ID, SENT + 1, SIGNATURE), now).accepted()).isFalse();
    }

    @Test
    void theTimeMayBeFiveMinutesOffEitherWayAndNoMore() {
        Presented call = call(SIGNATURE, BODY);
        Instant sent = Instant.ofEpochSecond(SENT);

        assertThat(webhook.check(call, sent.plus(Duration.ofMinutes(5))).accepted()).isTrue();
        assertThat(webhook.check(call, sent.minus(Duration.ofMinutes(5))).accepted()).isTrue();
        assertThat(webhook.check(call, sent.plusSeconds(301)).reason()).contains("PT5M");
        assertThat(webhook.check(call, sent.minusSeconds(301)).accepted()).isFalse();
    }

    @Test
    void aHeaderThatIsMissingOrThereTwiceIsRefused() {
        Instant now = Instant.ofEpochSecond(SENT);
        for (String name : List.of("webhook-id", "webhook-timestamp", "webhook-signature")) {
            Map<String, List<String>> without = new HashMap<>(call(SIGNATURE, BODY).headers());
            String value = without.remove(name).get(0);
            Presented missing = new Presented(without, bytes(BODY), null);
            assertThat(webhook.check(missing, now).accepted()).as(name).isFalse();

            Map<String, List<String>> twice = new HashMap<>(without);
            twice.put(name, List.of(value, value));
            assertThat(webhook.check(new Presented(twice, bytes(BODY), null), now).accepted())
                    .as(name)
                    .isFalse();
        }
    }

    @Test
    void anIdWithAFullStopIsRefusedBecauseTheSignedTextWouldHaveTwoReadings() {
        assertThat(
                        webhook.check(call("a.b", SENT, SIGNATURE), Instant.ofEpochSecond(SENT))
                                .reason())
                .contains("full stop");
    }

    @Test
    void anOldSecretIsValidUntilItIsTakenAway() {
        String other = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);
        StandardWebhook both =
                new StandardWebhook(List.of(other, SECRET), StandardWebhook.TOLERANCE);
        StandardWebhook without = new StandardWebhook(List.of(other), StandardWebhook.TOLERANCE);

        assertThat(both.check(call(SIGNATURE, BODY), Instant.ofEpochSecond(SENT)).accepted())
                .isTrue();
        assertThat(without.check(call(SIGNATURE, BODY), Instant.ofEpochSecond(SENT)).accepted())
                .isFalse();
    }

    @Test
    void anEd25519SignatureIsCheckedWithThePublicKey() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Signature signer = Signature.getInstance("Ed25519");
        signer.initSign(pair.getPrivate());
        signer.update(bytes(ID + "." + SENT + "." + BODY));
        byte[] signature = signer.sign();
        String written = "v1a," + Base64.getEncoder().encodeToString(signature);
        StandardWebhook asymmetric =
                new StandardWebhook(List.of(publicKey(pair)), StandardWebhook.TOLERANCE);
        Instant now = Instant.ofEpochSecond(SENT);

        assertThat(asymmetric.check(call(written, BODY), now).accepted()).isTrue();
        assertThat(asymmetric.check(call(written, BODY + "x"), now).accepted()).isFalse();
        signature[3] ^= 1;
        String broken = "v1a," + Base64.getEncoder().encodeToString(signature);
        assertThat(asymmetric.check(call(broken, BODY), now).accepted()).isFalse();
        assertThat(asymmetric.check(call("v1a,AAAA", BODY), now).accepted()).isFalse();
    }

    /** RFC 8032, section 7.1, test 1: the key in our wrapping is the key of the standard. */
    @Test
    void aPublicKeyIsReadAsTheStandardWritesIt() {
        String key =
                "whpk_"
                        + Base64.getEncoder()
                                .encodeToString(
                                        HexFormat.of()
                                                .parseHex(
                                                        "d75a980182b10ab7d54bfed3c964073a"
                                                            + "0ee172f3daa62325af021a68f707511a"));
        assertThat(new StandardWebhook(List.of(key), StandardWebhook.TOLERANCE).needsBody())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsec_short",
                "whsec_!",
                "whpk_AAAA",
                "whsk_AAAA"
            })
    void aKeyThatIsNoneIsRefusedAtTheStartAndNotSaid(String key) {
        assertThatThrownBy(() -> new StandardWebhook(List.of(key), StandardWebhook.TOLERANCE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(key);
    }

    private static String publicKey(KeyPair pair) {
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] raw = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        return "whpk_" + Base64.getEncoder().encodeToString(raw);
    }

    private static Presented call(String signature, String body) {
        return presented(ID, SENT, signature, body);
    }

    private static Presented call(String id, long sent, String signature) {
        return presented(id, sent, signature, BODY);
    }

    private static Presented presented(String id, long sent, String signature, String body) {
        return new Presented(
                Map.of(
                        "webhook-id",
                        List.of(id),
                        "webhook-timestamp",
                        List.of(Long.toString(sent)),
                        "webhook-signature",
                        List.of(signature)),
                bytes(body),
                null);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
