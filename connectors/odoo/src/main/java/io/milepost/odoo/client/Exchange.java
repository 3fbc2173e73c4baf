package io.milepost.odoo.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Request;

/** Sends requests that carry the key, and watches over how often it is denied. */
record Exchange(Transport transport, Failures failures, LoginGuard guard, int maxRequestBytes) {

    /**
     * Sends a request and reads its result.
     *
     * @param where what is called, for messages
     */
    JsonNode result(String where, Request request, Wire wire)
            throws OdooException, InterruptedException {
        checkCoolDown(where);
        checkLength(where, request);
        HttpAnswer answer = transport.send(where, request);
        try {
            JsonNode result = wire.result(where, answer);
            guard.accepted();
            return result;
        } catch (OdooException e) {
            Optional<String> error = e.error();
            if (answer.status() == 401 || error.equals(Optional.of(ErrorNames.ACCESS_DENIED))) {
                guard.denied();
            } else if (error.isPresent()) {
                guard.accepted();
            }
            throw e;
        }
    }

    /** Asks for the user's id; the answer to a wrong key is {@code false} and no error. */
    JsonNode login(Request request, JsonRpcWire wire) throws OdooException, InterruptedException {
        String where = "common.authenticate";
        checkCoolDown(where);
        JsonNode uid = wire.result(where, transport.send(where, request));
        if (uid.isIntegralNumber()) {
            guard.accepted();
            return uid;
        }
        guard.denied();
        throw failures.own(
                Failure.FATAL_CONFIGURATION, where, "Odoo did not take the login and its key");
    }

    private void checkCoolDown(String where) throws OdooException {
        Optional<Duration> wait = guard.coolingFor();
        if (wait.isPresent()) {
            throw failures.own(
                    Failure.FATAL_CONFIGURATION,
                    where,
                    "not sent, the key was denied "
                            + LoginGuard.FAILURES
                            + " times in a row or more; trying again makes sense in "
                            + wait.get().toSeconds()
                            + " s",
                    wait.get());
        }
    }

    private void checkLength(String where, Request request) throws OdooException {
        try {
            long length = request.body() == null ? 0 : request.body().contentLength();
            if (length > maxRequestBytes) {
                throw failures.own(
                        Failure.REFUSED,
                        where,
                        "not sent, the request has "
                                + length
                                + " bytes but odoo.max-request-bytes is "
                                + maxRequestBytes);
            }
        } catch (IOException e) {
            throw failures.transport(where, e, false);
        }
    }
}
