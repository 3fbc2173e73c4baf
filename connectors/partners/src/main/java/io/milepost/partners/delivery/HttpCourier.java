package io.milepost.partners.delivery;

import io.milepost.partners.intake.credential.StandardWebhookSigner;
import io.milepost.partners.profile.DeliveryTerms;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Posts documents. The document's id is the {@code Idempotency-Key} and the {@code webhook-id}, so
 * that a partner knows again what it has; where the profile names a secret the call is signed as
 * the Standard Webhooks specification says.
 */
public final class HttpCourier implements Courier {

    private static final int AT_ONCE = 64;
    private static final int AT_ONCE_PER_HOST = 8;

    private final OkHttpClient http;
    private final SecretFolder secrets;
    private final boolean plainHttp;
    private final InstantSource clock;

    /**
     * @param timeout how long a call may take
     * @param secrets folder of the partners' secrets; {@code null} if there are none
     * @param plainHttp whether calls may go out unencrypted to other machines
     */
    public HttpCourier(Duration timeout, Path secrets, boolean plainHttp, InstantSource clock) {
        this.secrets = new SecretFolder(secrets);
        this.plainHttp = plainHttp;
        this.clock = clock;
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(AT_ONCE);
        dispatcher.setMaxRequestsPerHost(AT_ONCE_PER_HOST);
        this.http =
                new OkHttpClient.Builder()
                        .dispatcher(dispatcher)
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .retryOnConnectionFailure(false)
                        .callTimeout(timeout)
                        .build();
    }

    @Override
    public CompletableFuture<Outcome> bring(Parcel parcel) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        try {
            http.newCall(request(parcel)).enqueue(new Reading(outcome, clock));
        } catch (IOException | IllegalArgumentException e) {
            // Somebody has to put a secret or a profile right; then the same call may pass.
            outcome.complete(Outcome.again(e.getMessage(), null));
        }
        return outcome;
    }

    private Request request(Parcel parcel) throws IOException {
        DeliveryTerms terms = parcel.terms();
        WrittenDocument document = parcel.document();
        HttpUrl url = HttpUrl.get(terms.url());
        if (!url.isHttps() && !plainHttp && !isThisMachine(url)) {
            throw new IOException(
                    "url: expected https, or the setting plain-http, but found http to "
                            + url.host());
        }
        Request.Builder request =
                new Request.Builder()
                        .url(url)
                        .header("Idempotency-Key", parcel.id())
                        .post(
                                RequestBody.create(
                                        document.bytes(), MediaType.get(document.contentType())));
        if (terms.secret() != null) {
            Instant now = clock.instant();
            request.header("webhook-id", parcel.id())
                    .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                    .header(
                            "webhook-signature",
                            new StandardWebhookSigner(secrets.read(terms.secret()))
                                    .sign(parcel.id(), now, document.bytes()));
        }
        if (terms.token() != null) {
            request.header("Authorization", "Bearer " + secrets.read(terms.token()));
        }
        return request.build();
    }

    private static boolean isThisMachine(HttpUrl url) {
        return url.host().equals("localhost") || url.host().equals("127.0.0.1");
    }

    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private record Reading(CompletableFuture<Outcome> outcome, InstantSource clock)
            implements Callback {

        @Override
        public void onFailure(Call call, IOException e) {
            outcome.complete(
                    Outcome.again(
                            "no answer: " + e.getClass().getSimpleName() + ": " + e.getMessage(),
                            null));
        }

        @Override
        public void onResponse(Call call, Response response) {
            try (response) {
                outcome.complete(
                        Answers.outcome(
                                response.code(), response.header("Retry-After"), clock.instant()));
            }
        }
    }
}
