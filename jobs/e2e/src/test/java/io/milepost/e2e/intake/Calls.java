package io.milepost.e2e.intake;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Calls as partners make them, signed. */
final class Calls {

    private static final String TRACKER = "a-secret-of-the-tracker";
    private static final byte[] NORTHWIND =
            "northwind-northwind-northwind".getBytes(StandardCharsets.UTF_8);

    /** The secrets, as a file of Java properties has them. */
    static final String SECRETS =
            "tracker=%s\nnorthwind=whsec_%s\n"
                    .formatted(
                            TRACKER,
                            Base64.getEncoder().encodeToString(NORTHWIND).replace("=", "\\="));

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private String to;

    /** From now on they go there, host and port. */
    void to(String address) {
        to = address;
    }

    /** Sends something and has it answered. */
    HttpResponse<String> send(Sent sent) throws IOException, InterruptedException {
        return client.send(request(sent), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends something and does not wait. */
    CompletableFuture<HttpResponse<String>> begin(Sent sent) {
        return client.sendAsync(request(sent), HttpResponse.BodyHandlers.ofString());
    }

    /** Asks something. */
    HttpResponse<String> get(String address, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://" + address + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(Sent sent) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://" + to + "/partners/" + sent.partner().profile()))
                        .timeout(Duration.ofMinutes(1))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(sent.bytes()));
        if (sent.partner() == Sent.Partner.TRACKER) {
            request.header(
                    "aftership-hmac-sha256",
                    signature(TRACKER.getBytes(StandardCharsets.UTF_8), sent.bytes()));
        } else {
            long now = Instant.now().getEpochSecond();
            String signed = sent.id() + "." + now + "." + sent.text();
            request.header("webhook-id", sent.id())
                    .header("webhook-timestamp", Long.toString(now))
                    .header(
                            "webhook-signature",
                            "v1," + signature(NORTHWIND, signed.getBytes(StandardCharsets.UTF_8)));
        }
        return request.build();
    }

    private static String signature(byte[] secret, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256", e);
        }
    }
}
