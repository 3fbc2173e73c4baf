package io.milepost.local.oracle;

import io.milepost.events.MilestoneName;
import io.milepost.events.OdooRequests;
import io.milepost.events.Severity;
import io.milepost.events.SlaPolicy;
import io.milepost.local.feed.Micros;
import java.time.ZoneOffset;
import java.util.List;

/**
 * One version of a service-level rule, or of a variant of it, as the oracle reads it. Times and
 * spans are microseconds.
 */
public final class OracleRule {

    /** What a deadline counts from. */
    public enum Base {
        /** When the clock was started. */
        START,
        /** What was promised first. */
        FIRST_PROMISE,
        /** What is promised now. */
        CURRENT_PROMISE
    }

    /**
     * Which version of which variant of which rule it is, and for which clocks.
     *
     * @param effectiveFrom holds for clocks started at or after this time
     * @param runningClocks holds for clocks that were started earlier, too
     */
    record Version(
            String rule, String variant, int number, long effectiveFrom, boolean runningClocks) {}

    private static final OracleRule RECEIPT =
            of("receipt", MilestoneName.RECEIVED, Base.CURRENT_PROMISE, 0)
                    .untilEndOfDay()
                    .with(new Gravity(Severity.HIGH, List.of()));

    private static final OracleRule INVOICE =
            of("invoice", MilestoneName.INVOICED, Base.START, 30 * Micros.DAY)
                    .startedBy(MilestoneName.RECEIVED)
                    .with(new Gravity(Severity.LOW, List.of()));

    private final Version version;
    private final LineSelector selector;
    private final Expected expected;
    private final Clock clock;
    private final Due due;
    private final Gravity gravity;
    private final OdooRequests requests;

    OracleRule(
            Version version,
            LineSelector selector,
            Expected expected,
            Clock clock,
            Due due,
            Gravity gravity) {
        this(version, selector, expected, clock, due, gravity, null);
    }

    private OracleRule(
            Version version,
            LineSelector selector,
            Expected expected,
            Clock clock,
            Due due,
            Gravity gravity,
            OdooRequests requests) {
        this.requests = requests;
        this.version = version;
        this.selector = selector;
        this.expected = expected;
        this.clock = clock;
        this.due = due;
        this.gravity = gravity;
    }

    /** A first version, in force for ever, started by the order, exact to the microsecond. */
    public static OracleRule of(
            String name, MilestoneName expects, Base base, long allowanceMicros) {
        return new OracleRule(
                new Version(name, "", 1, Long.MIN_VALUE, false),
                LineSelector.ALL,
                Expected.of(expects),
                new Clock(MilestoneName.ORDERED, base, false),
                Due.after(allowanceMicros),
                Gravity.MEDIUM);
    }

    /**
     * The rules that policies say, in their order.
     *
     * @throws IllegalArgumentException if one says something that this release does not know
     */
    public static List<OracleRule> of(List<SlaPolicy> policies) {
        return policies.stream().map(PolicyReading::rule).toList();
    }

    /** The four plain rules that measurements run with. */
    public static List<OracleRule> demo() {
        return List.of(
                of("acknowledgement", MilestoneName.ACKNOWLEDGED, Base.START, 48 * Micros.HOUR),
                of("ship-notice", MilestoneName.SHIPPED, Base.CURRENT_PROMISE, -24 * Micros.HOUR),
                RECEIPT,
                INVOICE);
    }

    /** The rule that the SCMS log is replayed with: received by the end of the promised day. */
    public static List<OracleRule> scms() {
        return List.of(RECEIPT);
    }

    /**
     * The rule that the BPI Challenge 2019 log is replayed with: invoiced in time when received.
     */
    public static List<OracleRule> bpic2019() {
        return List.of(INVOICE);
    }

    /** The same rule, expecting nothing: it says what Odoo is asked for. */
    OracleRule with(OdooRequests other) {
        return new OracleRule(version, selector, expected, clock, due, gravity, other);
    }

    /** What Odoo is asked for; {@code null} for a rule that expects a milestone. */
    OdooRequests requests() {
        return requests;
    }

    /** The same rule with another milestone that starts its clock. */
    public OracleRule startedBy(MilestoneName milestone) {
        return with(new Clock(milestone, clock.base(), clock.restartedByCarrier()));
    }

    /** The same rule with the deadline at the end of its day, UTC. */
    public OracleRule untilEndOfDay() {
        return with(
                new Due(due.allowance(), true, ZoneOffset.UTC, due.warnBefore(), due.calendar()));
    }

    /** The same rule as another version. */
    public OracleRule version(int number, long fromMicros, boolean runningClocks) {
        return with(
                new Version(version.rule(), version.variant(), number, fromMicros, runningClocks));
    }

    OracleRule with(Version other) {
        return new OracleRule(other, selector, expected, clock, due, gravity);
    }

    OracleRule with(LineSelector other) {
        return new OracleRule(version, other, expected, clock, due, gravity);
    }

    OracleRule with(Expected other) {
        return new OracleRule(version, selector, other, clock, due, gravity);
    }

    OracleRule with(Clock other) {
        return new OracleRule(version, selector, expected, other, due, gravity);
    }

    OracleRule with(Due other) {
        return new OracleRule(version, selector, expected, clock, other, gravity);
    }

    OracleRule with(Gravity other) {
        return new OracleRule(version, selector, expected, clock, due, other);
    }

    Version version() {
        return version;
    }

    LineSelector selector() {
        return selector;
    }

    Expected expected() {
        return expected;
    }

    Clock clock() {
        return clock;
    }

    Due due() {
        return due;
    }

    Gravity gravity() {
        return gravity;
    }

    /** Whether this version holds for a clock that was started at a time. */
    boolean isInForceFor(long startMicros) {
        return version.runningClocks() || version.effectiveFrom() <= startMicros;
    }
}
