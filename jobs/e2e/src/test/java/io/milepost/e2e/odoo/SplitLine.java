package io.milepost.e2e.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.milepost.e2e.stack.Feeder;
import io.milepost.events.CarrierStatus;
import io.milepost.events.CommandKind;
import io.milepost.events.CommandOutcome;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.LineReference;
import io.milepost.events.LineStatus;
import io.milepost.events.MilestoneName;
import io.milepost.events.Reference;
import io.milepost.events.SlaPolicy;
import io.milepost.local.feed.Micros;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.local.run.RunOptions;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.local.views.AlertView;
import io.milepost.local.views.CommandView;
import io.milepost.scenarios.words.RuleText;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.SoftAssertions;

/**
 * A line of 100 pieces that is answered too late, for two days: 60 stay, 40 become a line of their
 * own. The supplier goes on naming the item alone.
 */
final class SplitLine implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofMinutes(1);
    private static final Instant FIRST = Instant.parse("2026-12-20T08:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-12-28T08:00:00Z");

    private static final List<SlaPolicy> RULES =
            List.of(
                    RuleText.read(
                            """
                            rule: odoo
                            requests: {partial: split, salePromise: none, receiptDate: false}
                            """,
                            "1"),
                    RuleText.read(
                            """
                            rule: answer
                            expects: ACKNOWLEDGED
                            due: {from: start, allowance: 0d}
                            """,
                            "1"));

    /** As the supplier knows it; of the parts nobody has told it. */
    private static final LineReference ITEM =
            LineReference.newBuilder().setOwnItem("M8-40").build();

    /** What the supplier's answer asks for, over both lines. */
    private static final List<CommandKind> ASKED =
            List.of(
                    CommandKind.SPLIT_LINE,
                    CommandKind.ACKNOWLEDGE_ORDER,
                    CommandKind.SET_VENDOR_REFERENCE);

    private static final Reference FIRST_SHIPMENT = Goods.tracking("1Z999");
    private static final Reference SECOND_SHIPMENT = Goods.lading("B-2");

    private final EmbeddedStack stack;
    private final String name;
    private final OdooSite site;
    private final EmbeddedRun milestones;
    private final UpdatesRun updates;
    private final Feeder supplier;
    private Site.Line whole;
    private LineStatus ordered;
    private String before;
    private LineReference named = ITEM;
    private Loop.Running changes;

    private SplitLine(EmbeddedStack stack, String name) throws Exception {
        this.stack = stack;
        this.name = name;
        site = OdooSite.start();
        RunOptions options =
                RunOptions.defaults()
                        .withTopicPrefix(name + ".")
                        .withCheckpointInterval(Duration.ofMillis(300))
                        .withJobArguments("--split-partners=*");
        milestones = EmbeddedRun.on(stack, options, RULES);
        changes = new Loop.Running(Loop.changes(stack, site, name));
        updates = new UpdatesRun(stack, site, name);
        supplier = new Feeder(milestones);
    }

    /** Three jobs and a double of Odoo. */
    static SplitLine on(EmbeddedStack stack, String name) throws Exception {
        return new SplitLine(stack, name);
    }

    /** An order of one line that nobody has answered. */
    void order() throws Exception {
        whole = site.orders(1).get(0);
        await("the line", () -> milestones.views().statuses().containsKey(whole.key()));
        pass();
        await("the line's alert", () -> milestones.views().breaches().size() == 1);
        ordered = status(whole.key());
        before = milestones.stopWithSavepoint();
        milestones.restart(before);
    }

    /** The supplier confirms two parts. */
    void confirm() throws Exception {
        confirm(ITEM);
        pass();
        awaitSplit();
    }

    private void confirm(LineReference named) throws Exception {
        supplier.send(Loop.confirms(ordered, named, 1, Map.of(FIRST, "60", SECOND, "40")));
    }

    private void awaitSplit() throws Exception {
        awaitDone(ASKED.size());
        assertThat(site.odoo().counts().lines(whole.order())).as("lines in Odoo").isEqualTo(2);
    }

    /** The same, and that the new line is a part of the other is lost before anyone has seen it. */
    void confirmUnnoted() throws Exception {
        // Nobody reads Odoo meanwhile, and the clock stands still: the item alone would wait.
        changes.close();
        named = Loop.byId(ordered);
        confirm(named);
        awaitSplit();
        var desk = site.odoo().desk();
        String note = "purchase.order.line," + part() + ",split_of";
        List<Long> notes = desk.find("x_milepost_effect", "x_name", note);
        assertThat(notes).as("notes").hasSize(1);
        desk.delete("x_milepost_effect", notes.get(0));
        changes = new Loop.Running(Loop.changes(stack, site, name));
    }

    /** Waits for both lines, and until nothing is left to be said of them. */
    void awaitParts() throws Exception {
        await(
                "both lines",
                () ->
                        milestones.views().statuses().containsKey(partKey())
                                && is(status(whole.key()).getOrdered(), 60));
        pass();
    }

    void assertPromises() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        LineStatus line = status(whole.key());
        softly.assertThat(line.getOrdered()).isEqualByComparingTo("60");
        softly.assertThat(line.getCurrentPromiseAt()).isEqualTo(FIRST);
        LineStatus part = status(partKey());
        softly.assertThat(part.getOrdered()).isEqualByComparingTo("40");
        softly.assertThat(number(part.getConfirmed()))
                .as("confirmed of the part")
                .isEqualByComparingTo("40");
        softly.assertThat(part.getFirstPromiseAt())
                .as("first promise of the part")
                .isEqualTo(FIRST);
        softly.assertThat(part.getCurrentPromiseAt())
                .as("current promise of the part")
                .isEqualTo(SECOND);
        softly.assertThat(reached(partKey())).contains(MilestoneName.ACKNOWLEDGED);
        softly.assertThat(milestones.views().breaches().values())
                .as("alerts")
                .extracting(AlertView::lineKey, AlertView::status)
                .containsExactly(tuple(whole.key(), EpisodeStatus.CLEARED));
        softly.assertAll();
    }

    /** The supplier ships more than is left of the line, under a tracking number. */
    void ship() throws Exception {
        supplier.send(Goods.shipped(ordered, named, "S-1", "70", FIRST, FIRST_SHIPMENT));
        pass();
    }

    /** Waits until Odoo knows it. */
    void awaitShipped() throws Exception {
        await("shipped", () -> isShipped(whole.key(), 60) && isShipped(partKey(), 10));
        awaitDone(ASKED.size() + 2);
    }

    /** The supplier ships the rest, which is the part's; that is there, the other under way. */
    void carry() throws Exception {
        supplier.send(Goods.shipped(ordered, named, "S-2", "30", SECOND, SECOND_SHIPMENT));
        supplier.send(Goods.carried(SECOND_SHIPMENT, CarrierStatus.DELIVERED));
        supplier.send(Goods.carried(FIRST_SHIPMENT, CarrierStatus.IN_TRANSIT));
        pass();
    }

    void assertCarried() {
        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(reached(whole.key()))
                .as("carried of the line")
                .contains(MilestoneName.IN_TRANSIT)
                .doesNotContain(MilestoneName.DELIVERED);
        softly.assertThat(reached(partKey()))
                .as("carried of the part")
                .contains(MilestoneName.IN_TRANSIT, MilestoneName.DELIVERED);
        softly.assertAll();
    }

    void assertShipped() throws Exception {
        assertThat(reached(whole.key())).contains(MilestoneName.SHIPPED);
        assertThat(reached(partKey())).contains(MilestoneName.SHIPPED);
        assertThat(site.tracking(whole.order())).contains("1Z999");
        assertThat(milestones.views().commandsAsked())
                .as("commands")
                .containsExactlyInAnyOrder(
                        new CommandView(whole.key(), CommandKind.SPLIT_LINE),
                        new CommandView(whole.key(), CommandKind.ACKNOWLEDGE_ORDER),
                        new CommandView(whole.key(), CommandKind.SET_VENDOR_REFERENCE),
                        new CommandView(whole.key(), CommandKind.SET_RECEIPT_TRACKING),
                        new CommandView(partKey(), CommandKind.SET_RECEIPT_TRACKING));
        assertThat(updates.outputs().outcomes())
                .containsOnlyKeys(CommandOutcome.APPLIED, CommandOutcome.DUPLICATE);
    }

    /** The job forgets everything since before the answer, and hears all of it again. */
    void rollBack() throws Exception {
        milestones.stopWithSavepoint();
        milestones.restart(before);
        pass();
        assertPromises();
        assertShipped();
        assertCarried();
    }

    /** Everything is received in Odoo. */
    void receive() throws Exception {
        site.odoo().desk().receipts().receiveAll(whole.order());
        await(
                "received",
                () ->
                        reached(whole.key()).contains(MilestoneName.RECEIVED)
                                && reached(partKey()).contains(MilestoneName.RECEIVED));
    }

    void assertReceived() throws Exception {
        assertPromises();
        assertThat(status(whole.key()).getReceived()).isEqualByComparingTo("60");
        assertThat(status(partKey()).getReceived()).isEqualByComparingTo("40");
        assertThat(status(whole.key()).getShipped()).isEqualByComparingTo("60");
        assertThat(status(partKey()).getShipped()).isEqualByComparingTo("40");
        assertThat(milestones.views().deadLetters()).isEmpty();
        assertShipped();
        assertCarried();
        assertThat(site.odoo().counts().lines(whole.order())).as("lines in Odoo").isEqualTo(2);
    }

    /** Lets the clock pass what was said. */
    private void pass() throws Exception {
        Instant until = Instant.now().plusMillis(10).truncatedTo(ChronoUnit.MILLIS);
        supplier.heartbeats(until, feed -> !feed.startsWith("odoo."));
        milestones.views().awaitClock(Micros.of(until), DEADLINE);
    }

    private void awaitDone(int commands) throws Exception {
        updates.outputs()
                .await("results", DEADLINE, () -> updates.outputs().results().size() == commands);
    }

    private void await(String what, BooleanSupplier condition) throws Exception {
        milestones.views().awaitCondition(what, DEADLINE, condition::getAsBoolean);
    }

    private boolean isShipped(String key, int quantity) {
        LineStatus status = milestones.views().statuses().get(key);
        return status != null && is(status.getShipped(), quantity);
    }

    private static boolean is(BigDecimal found, int quantity) {
        return number(found).compareTo(BigDecimal.valueOf(quantity)) == 0;
    }

    private static BigDecimal number(BigDecimal found) {
        return found == null ? BigDecimal.ZERO : found;
    }

    private LineStatus status(String key) {
        return milestones.views().statuses().get(key);
    }

    private Set<MilestoneName> reached(String key) {
        return milestones.views().milestones().getOrDefault(key, Map.of()).keySet();
    }

    private long part() {
        return site.odoo().desk().buying().lines(whole.order()).stream()
                .filter(line -> line != whole.line())
                .findFirst()
                .orElseThrow();
    }

    private String partKey() {
        return new Site.Line(whole.order(), part()).key();
    }

    @Override
    public void close() throws Exception {
        supplier.close();
        updates.close();
        changes.close();
        milestones.close();
        site.close();
    }
}
