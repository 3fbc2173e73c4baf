package io.milepost.odoo.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.regex.Pattern;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Makes the exceptions of one client: says what failed and where, without the key. */
final class Failures {

    private static final int LONGEST = 500;
    private static final int NOT_FOUND = 404;

    /** Odoo 19 says of a database that it has not only that there is no such page. */
    private static final String NOT_FOUND_HINT =
            ": is there an Odoo at this address, with a database of this name?";

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private final String server;
    private final String key;

    /**
     * @param settings where the server is
     * @param key what must not be seen in a message
     */
    Failures(OdooSettings settings, String key) {
        this.server = " at " + settings.url() + " (database " + settings.database() + "): ";
        this.key = key;
    }

    /** The server named an error: {@code {name, message, ..}}. */
    OdooException named(String where, JsonNode error, HttpAnswer answer) {
        String name = error.path("name").asText();
        String message = error.path("message").asText();
        Failure failure =
                answer.status() == 401 || !answer.isOk() && name.startsWith("werkzeug.")
                        ? Classification.byStatus(answer.status(), true)
                        : Classification.byName(name, message);
        return make(failure, name, where, name + ": " + message, answer.retryAfter(), null);
    }

    /** The server, or something before it, answered with nothing but a status. */
    OdooException status(String where, HttpAnswer answer) {
        return make(
                Classification.byStatus(answer.status(), false),
                null,
                where,
                "expected a JSON answer but found HTTP status "
                        + answer.status()
                        + " with "
                        + answer.body().length
                        + " bytes of something else"
                        + (answer.status() == NOT_FOUND ? NOT_FOUND_HINT : ""),
                answer.retryAfter(),
                null);
    }

    /**
     * No answer came.
     *
     * @param sent whether anything of the request may have left
     */
    OdooException transport(String where, IOException cause, boolean sent) {
        Failure failure = sent ? Failure.OUTCOME_UNKNOWN : Failure.RETRYABLE;
        if (!sent && isAboutCertificates(cause)) {
            failure = Failure.FATAL_CONFIGURATION;
        }
        String what = sent ? "no answer to what was sent: " : "nothing could be sent: ";
        return make(failure, null, where, what + cause, null, cause);
    }

    private static boolean isAboutCertificates(Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof CertificateException
                    || each instanceof SSLPeerUnverifiedException) {
                return true;
            }
        }
        return false;
    }

    /** Something that this client found out by itself. */
    OdooException own(Failure failure, String where, String message) {
        return make(failure, null, where, message, null, null);
    }

    /** The same with a time to wait. */
    OdooException own(Failure failure, String where, String message, Duration retryAfter) {
        return make(failure, null, where, message, retryAfter, null);
    }

    private OdooException make(
            Failure failure,
            String name,
            String where,
            String message,
            Duration retryAfter,
            Throwable cause) {
        return new OdooException(failure, name, where + server + clean(message), retryAfter, cause);
    }

    private String clean(String message) {
        String safe = key.isEmpty() ? message : message.replace(key, "****");
        String line = CONTROL.matcher(safe).replaceAll(" ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "..";
    }
}
