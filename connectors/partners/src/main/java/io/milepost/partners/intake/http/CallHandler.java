package io.milepost.partners.intake.http;

import io.milepost.events.PartnerChannel;
import io.milepost.partners.intake.Delivery;
import io.milepost.partners.intake.Intake;
import io.milepost.partners.intake.IntakeWatch;
import io.milepost.partners.intake.IntakeWatch.Reason;
import io.milepost.partners.intake.NotKeptException;
import io.milepost.partners.intake.Receipt;
import io.milepost.partners.intake.TooLongException;
import io.milepost.partners.intake.credential.Presented;
import io.milepost.partners.intake.credential.StandardWebhook;
import io.milepost.partners.intake.credential.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers {@code POST /partners/PROFILE} and {@code GET /healthz}. */
final class CallHandler extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(CallHandler.class);

    private static final String PATH = "/partners/";
    private static final byte[] NOTHING = new byte[0];

    /** Twice the tolerance: a time ahead of ours is accepted until it is as far behind. */
    private static final int WINDOWS = 2;

    private static final int REMEMBERED = 100_000;
    private static final int BUSY_FOR = 5;

    private record Known(IntakePartner partner, Credentials credentials, CallRate rate) {}

    private final Intake intake;
    private final Map<String, Known> partners = new HashMap<>();
    private final Clock clock;
    private final IntakeWatch watch;
    private final StoredMessages stored;
    private final SignedBodies bodies;
    private final Semaphore places;

    CallHandler(
            Intake intake,
            List<IntakePartner> partners,
            IntakeServerOptions options,
            Clock clock,
            IntakeWatch watch) {
        this.intake = intake;
        this.clock = clock;
        this.watch = watch;
        stored =
                new StoredMessages(
                        StandardWebhook.TOLERANCE.multipliedBy(WINDOWS), REMEMBERED, clock);
        bodies =
                new SignedBodies(
                        options.signedBody(),
                        options.signedBodies(),
                        options.idle(),
                        System::nanoTime);
        places = new Semaphore(options.atOnce());
        for (IntakePartner partner : partners) {
            CallRate rate = new CallRate(partner.callsPerMinute(), System::nanoTime);
            Credentials credentials = new Credentials(partner.credentials());
            this.partners.put(partner.profile(), new Known(partner, credentials, rate));
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Answer answer = answer(request);
        if (answer.status() >= 400) {
            // What is left of the body is not read: the connection cannot be used again.
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        answer.send(response, callback);
        return true;
    }

    private Answer answer(Request request) {
        String path = Request.getPathInContext(request);
        if (path.equals("/healthz")) {
            return Answer.up();
        }
        if (!path.startsWith(PATH)) {
            return Answer.refused(404, "expected POST /partners/PROFILE");
        }
        if (!request.getMethod().equals("POST")) {
            return Answer.refused(405, "expected POST but found " + request.getMethod());
        }
        Known known = partners.get(path.substring(PATH.length()));
        if (known == null) {
            // The same as for a wrong key: who our partners are is nobody's business.
            return unknownCaller(null, path + ": no such profile");
        }
        String profile = known.partner().profile();
        if (!places.tryAcquire()) {
            return refused(profile, Reason.BUSY, 503, "too many calls at once", BUSY_FOR);
        }
        try {
            return taken(request, known);
        } finally {
            places.release();
        }
    }

    private Answer taken(Request request, Known known) {
        String profile = known.partner().profile();
        try (InputStream in = Content.Source.asInputStream(request)) {
            return identified(request, known, in);
        } catch (TooLongException e) {
            return refused(profile, Reason.TOO_LONG, 413, e.getMessage(), 0);
        } catch (SignedBodies.TooSlowException e) {
            return refused(profile, Reason.TOO_SLOW, 408, "the body came too slowly", 0);
        } catch (SignedBodies.NoRoomException e) {
            return refused(profile, Reason.BUSY, 503, "too many signed calls at once", BUSY_FOR);
        } catch (NotKeptException e) {
            LOG.warn("Partner {}: a call was not kept", profile, e);
            String reason = "it could not be kept; send it again";
            return refused(profile, Reason.NOT_KEPT, 503, reason, BUSY_FOR);
        } catch (IOException e) {
            LOG.warn("Partner {}: a call failed", profile, e);
            String reason = "it could not be read or kept; send it again";
            return refused(profile, Reason.NOT_KEPT, 503, reason, BUSY_FOR);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            String reason = "the service is stopping; send it again";
            return refused(profile, Reason.NOT_KEPT, 503, reason, BUSY_FOR);
        }
    }

    /** Finds out who calls: by the headers if they tell, else by the body. */
    private Answer identified(Request request, Known known, InputStream in)
            throws IOException,
                    InterruptedException,
                    SignedBodies.NoRoomException,
                    SignedBodies.TooSlowException {
        Presented head = new Presented(headers(request), NOTHING, PeerCertificate.of(request));
        Verdict byHeaders = known.credentials().byHeaders(head, clock.instant());
        if (byHeaders.accepted()) {
            return welcome(request, known, byHeaders, in);
        }
        String profile = known.partner().profile();
        Verdict foreseen = known.credentials().foresee(head, clock.instant());
        if (!foreseen.accepted()) {
            return unknownCaller(profile, byHeaders.reason() + "; " + foreseen.reason());
        }
        try (SignedBodies.Held body = bodies.read(in)) {
            Presented whole = new Presented(head.headers(), body.bytes(), head.certificate());
            Verdict byBody = known.credentials().byBody(whole, clock.instant());
            if (!byBody.accepted()) {
                return unknownCaller(profile, byHeaders.reason() + "; " + byBody.reason());
            }
            return welcome(request, known, byBody, new ByteArrayInputStream(body.bytes()));
        }
    }

    private Answer welcome(Request request, Known known, Verdict verdict, InputStream body)
            throws IOException, InterruptedException {
        String profile = known.partner().profile();
        int wait = known.rate().take();
        if (wait > 0) {
            return refused(profile, Reason.TOO_OFTEN, 429, "more calls than agreed", wait);
        }
        String messageId = verdict.messageId();
        Receipt before = messageId == null ? null : stored.receipt(profile, messageId);
        if (before != null) {
            watch.taken(profile, PartnerChannel.HTTP, before, true);
            return Answer.taken(before, true);
        }
        String traceparent = request.getHeaders().get("traceparent");
        Delivery delivery =
                Delivery.call(profile, known.partner().format(), messageId, traceparent);
        Receipt receipt = intake.take(delivery, body);
        if (messageId != null) {
            stored.remember(profile, messageId, receipt);
        }
        watch.taken(profile, PartnerChannel.HTTP, receipt, false);
        return Answer.taken(receipt, false);
    }

    private Answer unknownCaller(String profile, String reason) {
        LOG.info("A call was refused: {}: {}", profile, reason);
        return refused(
                profile, Reason.UNKNOWN_CALLER, 401, "the caller could not be identified", 0);
    }

    private Answer refused(String profile, Reason why, int status, String reason, int retryAfter) {
        watch.refused(profile, PartnerChannel.HTTP, why);
        return Answer.refused(status, reason, retryAfter);
    }

    private static Map<String, List<String>> headers(Request request) {
        Map<String, List<String>> headers = new HashMap<>();
        request.getHeaders()
                .forEach(
                        field ->
                                headers.computeIfAbsent(
                                                field.getLowerCaseName(), n -> new ArrayList<>())
                                        .add(field.getValue()));
        return headers;
    }
}
