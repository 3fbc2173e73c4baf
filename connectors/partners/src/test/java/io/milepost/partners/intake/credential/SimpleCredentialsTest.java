package io.milepost.partners.intake.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimpleCredentialsTest {

    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final String KEY = "a-key-of-more-than-16-characters";
    private static final byte[] BODY =
            "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8);

    @Test
    void aKeyIsTakenFromEitherHeader() {
        ApiKey keys = new ApiKey(List.of("another-key-of-the-partner", KEY));

        assertThat(keys.check(call("x-api-key", KEY), NOW).accepted()).isTrue();
        assertThat(keys.check(call("authorization", "Bearer " + KEY), NOW).accepted()).isTrue();
        assertThat(keys.check(call("authorization", "bearer  " + KEY), NOW).accepted()).isTrue();
    }

    @Test
    void noOtherKeyIsAccepted() {
        ApiKey keys = new ApiKey(List.of(KEY));

        assertThat(keys.check(call("x-api-key", KEY + "x"), NOW).accepted()).isFalse();
        assertThat(keys.check(call("x-api-key", ""), NOW).accepted()).isFalse();
        assertThat(keys.check(call("authorization", "Basic " + KEY), NOW).accepted()).isFalse();
        assertThat(keys.check(new Presented(Map.of(), BODY, null), NOW).accepted()).isFalse();
        assertThat(
                        keys.check(
                                        new Presented(
                                                Map.of("x-api-key", List.of(KEY, KEY)), BODY, null),
                                        NOW)
                                .accepted())
                .isFalse();
    }

    @Test
    void aKeyThatIsEasilyGuessedIsNone() {
        assertThatThrownBy(() -> new ApiKey(List.of("short")))
                .hasMessageContaining("16")
                .hasMessageNotContaining("short");
    }

    /** RFC 4231, test case 2: the secret is Jefe. */
    @Test
    void aBodyIsSignedInHexadecimalOrBase64() {
        String hex = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
        String base64 = "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=";
        BodySignature easyPost = BodySignature.easyPost(List.of("Jefe"));
        BodySignature afterShip = BodySignature.afterShip(List.of("old", "Jefe"));

        assertThat(
                        easyPost.check(call("x-hmac-signature", "hmac-sha256-hex=" + hex), NOW)
                                .accepted())
                .isTrue();
        assertThat(afterShip.check(call("aftership-hmac-sha256", base64), NOW).accepted()).isTrue();
        assertThat(easyPost.check(call("x-hmac-signature", hex), NOW).accepted()).isFalse();
        assertThat(afterShip.check(call("aftership-hmac-sha256", hex), NOW).accepted()).isFalse();
        assertThat(
                        afterShip
                                .check(
                                        new Presented(
                                                Map.of("aftership-hmac-sha256", List.of(base64)),
                                                new byte[] {1},
                                                null),
                                        NOW)
                                .accepted())
                .isFalse();
    }

    @Test
    void aCertificateIsKnownByItsFingerprint() {
        String plain = "0123456789abcdef".repeat(4);
        String colons = plain.toUpperCase(Locale.ROOT).replaceAll("(..)(?!$)", "$1:");
        ClientCertificate certificate = new ClientCertificate(List.of(colons));

        assertThat(certificate.check(new Presented(Map.of(), BODY, plain), NOW).accepted())
                .isTrue();
        assertThat(certificate.check(new Presented(Map.of(), BODY, "0" + plain), NOW).accepted())
                .isFalse();
        assertThat(certificate.check(new Presented(Map.of(), BODY, null), NOW).accepted())
                .isFalse();
        assertThatThrownBy(() -> new ClientCertificate(List.of("ab:cd")))
                .hasMessageContaining("64");
    }

    private static Presented call(String header, String value) {
        return new Presented(Map.of(header, List.of(value)), BODY, null);
    }
}
