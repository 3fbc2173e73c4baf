package io.milepost.partners.intake.http;

import io.milepost.partners.intake.Delivery;
import io.milepost.partners.intake.Intake;
import io.milepost.partners.intake.NotKeptException;
import io.milepost.partners.intake.Receipt;
import io.milepost.partners.intake.TooLongException;
import io.milepost.partners.intake.credential.Credential;
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

    private record Known(IntakePartner partner, CallRate rate) {}

    private final Intake intake;
    private final Map<String, Known> partners = new HashMap<>();
    private final IntakeServerOptions options;
    private final Clock clock;
    private final StoredMessages stored;
    private final Semaphore places;

    CallHandler(
            Intake intake, List<IntakePartner> partners, IntakeServerOptions options, Clock clock) {
        this.intake = intake;
        this.options = options;
        this.clock = clock;
        stored =
                new StoredMessages(
                        StandardWebhook.TOLERANCE.multipliedBy(WINDOWS), REMEMBERED, clock);
        places = new Semaphore(options.atOnce());
        for (IntakePartner partner : partners) {
            CallRate rate = new CallRate(partner.callsPerMinute(), System::nanoTime);
            this.partners.put(partner.profile(), new Known(partner, rate));
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
            return unknownCaller(path, "no such profile");
        }
        if (!places.tryAcquire()) {
            return Answer.refused(503, "too many calls at once", BUSY_FOR);
        }
        try {
            return taken(request, known);
        } finally {
            places.release();
        }
    }

    private Answer taken(Request request, Known known) {
        IntakePartner partner = known.partner();
        try (InputStream in = Content.Source.asInputStream(request)) {
            Presented head = new Presented(headers(request), NOTHING, PeerCertificate.of(request));
            Verdict verdict = check(partner, head, false);
            InputStream body = in;
            if (!verdict.accepted()
                    && partner.credentials().stream().anyMatch(Credential::needsBody)) {
                byte[] bytes = in.readNBytes(options.signedBody() + 1);
                if (bytes.length > options.signedBody()) {
                    return tooLong(options.signedBody());
                }
                verdict =
                        check(
                                partner,
                                new Presented(head.headers(), bytes, head.certificate()),
                                true);
                body = new ByteArrayInputStream(bytes);
            }
            if (!verdict.accepted()) {
                return unknownCaller(partner.profile(), verdict.reason());
            }
            int wait = known.rate().take();
            if (wait > 0) {
                return Answer.refused(429, "more calls than agreed", wait);
            }
            return keep(request, partner, verdict, body);
        } catch (TooLongException e) {
            return Answer.refused(413, e.getMessage());
        } catch (NotKeptException e) {
            LOG.warn("Partner {}: a call was not kept", partner.profile(), e);
            return Answer.refused(503, "it could not be kept; send it again", BUSY_FOR);
        } catch (IOException e) {
            LOG.warn("Partner {}: a call failed", partner.profile(), e);
            return Answer.refused(503, "it could not be read or kept; send it again", BUSY_FOR);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.refused(503, "the service is stopping; send it again", BUSY_FOR);
        }
    }

    private Answer keep(Request request, IntakePartner partner, Verdict verdict, InputStream body)
            throws IOException, InterruptedException {
        String messageId = verdict.messageId();
        if (messageId != null) {
            Receipt before = stored.receipt(partner.profile(), messageId);
            if (before != null) {
                return Answer.taken(before, true);
            }
        }
        Delivery delivery =
                Delivery.call(
                        partner.profile(),
                        partner.format(),
                        messageId,
                        request.getHeaders().get("traceparent"));
        Receipt receipt = intake.take(delivery, body);
        if (messageId != null) {
            stored.remember(partner.profile(), messageId, receipt);
        }
        return Answer.taken(receipt, false);
    }

    /** The first credential that accepts; the reasons of all that were asked if none does. */
    private Verdict check(IntakePartner partner, Presented presented, boolean withBody) {
        List<String> reasons = new ArrayList<>();
        for (Credential credential : partner.credentials()) {
            if (credential.needsBody() == withBody) {
                Verdict verdict = credential.check(presented, clock.instant());
                if (verdict.accepted()) {
                    return verdict;
                }
                reasons.add(verdict.reason());
            }
        }
        return Verdict.refuse(String.join("; ", reasons));
    }

    private static Answer unknownCaller(String whom, String reason) {
        LOG.info("A call was refused: {}: {}", whom, reason);
        return Answer.refused(401, "the caller could not be identified");
    }

    private static Answer tooLong(long limit) {
        return Answer.refused(413, new TooLongException(limit).getMessage());
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
