package io.milepost.odoo.client;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/** Sends requests and reads answers; a bounded number at once, each sent once. */
final class Transport implements AutoCloseable {

    private final OdooLimits limits;
    private final Failures failures;
    private final Semaphore turns;
    private final OkHttpClient http;

    Transport(OdooLimits limits, Failures failures) {
        this.limits = limits;
        this.failures = failures;
        this.turns = new Semaphore(limits.concurrency(), true);
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(limits.concurrency());
        dispatcher.setMaxRequestsPerHost(limits.concurrency());
        this.http =
                new OkHttpClient.Builder()
                        .dispatcher(dispatcher)
                        // Shorter than what is usual for servers and proxies to keep one open.
                        .connectionPool(
                                new ConnectionPool(limits.concurrency(), 20, TimeUnit.SECONDS))
                        .protocols(List.of(Protocol.HTTP_1_1))
                        .retryOnConnectionFailure(false)
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .connectTimeout(limits.connectTimeout())
                        .callTimeout(limits.callTimeout())
                        .readTimeout(Duration.ZERO)
                        .writeTimeout(Duration.ZERO)
                        .eventListener(new NotesWhatWasSent())
                        .build();
    }

    /**
     * Sends a request and waits for the whole answer.
     *
     * @param where what is called, for messages
     * @throws OdooException if no answer came, or one that is too large
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    HttpAnswer send(String where, Request request) throws OdooException, InterruptedException {
        AtomicBoolean sent = new AtomicBoolean();
        Call call = http.newCall(request.newBuilder().tag(AtomicBoolean.class, sent).build());
        CompletableFuture<HttpAnswer> answer = new CompletableFuture<>();
        turns.acquire();
        try {
            call.enqueue(new Reading(answer, limits.maxAnswerBytes()));
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TooLargeException) {
                throw failures.own(
                        Failure.FATAL_CONFIGURATION,
                        where,
                        "the answer is longer than odoo.max-answer-bytes, "
                                + limits.maxAnswerBytes());
            }
            if (e.getCause() instanceof IOException cause) {
                throw failures.transport(where, cause, sent.get());
            }
            throw new IllegalStateException(where + ": reading the answer failed", e.getCause());
        } catch (InterruptedException e) {
            call.cancel();
            throw e;
        } finally {
            turns.release();
        }
    }

    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    /** Once the first byte may have left, the outcome of a call that breaks is unknown. */
    private static final class NotesWhatWasSent extends EventListener {
        @Override
        public void requestHeadersStart(Call call) {
            AtomicBoolean sent = call.request().tag(AtomicBoolean.class);
            if (sent != null) {
                sent.set(true);
            }
        }
    }

    private static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private record Reading(CompletableFuture<HttpAnswer> answer, int limit) implements Callback {
        private static final Duration LONGEST_WAIT = Duration.ofHours(1);

        @Override
        public void onFailure(Call call, IOException e) {
            answer.completeExceptionally(e);
        }

        @Override
        public void onResponse(Call call, Response response) {
            try (response) {
                BufferedSource source = response.body().source();
                if (source.request(limit + 1L)) {
                    throw new TooLargeException();
                }
                answer.complete(
                        new HttpAnswer(
                                response.code(),
                                source.readByteArray(),
                                atMostAnHour(wait(response.header("Retry-After")))));
            } catch (IOException | RuntimeException e) {
                answer.completeExceptionally(e);
            }
        }

        /** More is a mistake or worse, and would stop a job for days. */
        private static Duration atMostAnHour(Duration wait) {
            return wait == null || wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
        }

        private static Duration wait(String retryAfter) {
            if (retryAfter == null) {
                return null;
            }
            String text = retryAfter.strip();
            if (text.matches("\\d{1,9}")) {
                return Duration.ofSeconds(Long.parseLong(text));
            }
            try {
                Instant at =
                        ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
                Duration wait = Duration.between(Instant.now(), at);
                return wait.isNegative() ? Duration.ZERO : wait;
            } catch (DateTimeException e) {
                // A server that says nothing sensible says nothing.
                return null;
            }
        }
    }
}
