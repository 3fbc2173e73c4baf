package io.milepost.odoo.client;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How long and how much a client waits, sends and reads. Checked as a part of {@link OdooSettings}.
 *
 * @param connectTimeout for the connection
 * @param callTimeout for the whole of a call, once its turn has come; longer than Odoo tries again
 *     by itself, which is up to {@link #ODOO_RETRIES}
 * @param concurrency how many calls may run at once; the server runs as many as it has workers
 * @param maxRequestBytes the largest request that is sent
 * @param maxAnswerBytes the largest answer that is read
 * @param impatient whether the call timeout may be shorter than Odoo's own retries: for tests
 */
public record OdooLimits(
        Duration connectTimeout,
        Duration callTimeout,
        int concurrency,
        int maxRequestBytes,
        int maxAnswerBytes,
        boolean impatient)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** How long Odoo may try again by itself after a conflict before it answers. */
    public static final Duration ODOO_RETRIES = Duration.ofSeconds(30);

    private static final int MIB = 1 << 20;

    /** Two calls at once, 150 s for each, 32 MiB out, 64 MiB in. */
    public static final OdooLimits DEFAULT =
            new OdooLimits(
                    Duration.ofSeconds(10), Duration.ofSeconds(150), 2, 32 * MIB, 64 * MIB, false);

    /** With another timeout for the connection. */
    public OdooLimits connectingWithin(Duration other) {
        return new OdooLimits(
                other, callTimeout, concurrency, maxRequestBytes, maxAnswerBytes, impatient);
    }

    /** With another timeout for the whole of a call. */
    public OdooLimits answeringWithin(Duration other) {
        return new OdooLimits(
                connectTimeout, other, concurrency, maxRequestBytes, maxAnswerBytes, impatient);
    }

    /** With a call timeout that may be shorter than Odoo's own retries: for tests. */
    public OdooLimits impatientlyWithin(Duration other) {
        return new OdooLimits(
                connectTimeout, other, concurrency, maxRequestBytes, maxAnswerBytes, true);
    }

    /** With another number of calls at once. */
    public OdooLimits atOnce(int other) {
        return new OdooLimits(
                connectTimeout, callTimeout, other, maxRequestBytes, maxAnswerBytes, impatient);
    }

    /** With other sizes of request and answer. */
    public OdooLimits bytes(int request, int answer) {
        return new OdooLimits(connectTimeout, callTimeout, concurrency, request, answer, impatient);
    }

    /** What is wrong, one message for each; empty if all is well. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        longerThan("odoo.connect-timeout", connectTimeout, Duration.ZERO, problems);
        // A call that is given up while Odoo still tries leaves its outcome open for nothing.
        longerThan(
                "odoo.call-timeout",
                callTimeout,
                impatient ? Duration.ZERO : ODOO_RETRIES,
                problems);
        inRange("odoo.concurrency", concurrency, 1, 256, problems);
        inRange("odoo.max-request-bytes", maxRequestBytes, 1024, 128 * MIB, problems);
        inRange("odoo.max-answer-bytes", maxAnswerBytes, 1024, 1024 * MIB, problems);
        return problems;
    }

    private static void longerThan(
            String name, Duration value, Duration least, List<String> problems) {
        if (value == null || value.compareTo(least) <= 0) {
            problems.add(name + ": must be longer than " + least + " but was " + value);
        }
    }

    private static void inRange(
            String name, int value, int least, int most, List<String> problems) {
        if (value < least || value > most) {
            problems.add(name + ": must be " + least + " to " + most + " but was " + value);
        }
    }
}
