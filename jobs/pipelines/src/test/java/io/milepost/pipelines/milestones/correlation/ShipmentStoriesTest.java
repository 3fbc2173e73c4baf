package io.milepost.pipelines.milestones.correlation;

import static io.milepost.events.DocumentPurpose.CANCEL;
import static io.milepost.events.DocumentPurpose.ORIGINAL;
import static io.milepost.events.DocumentPurpose.REPLACE;
import static io.milepost.pipelines.milestones.correlation.Shipping.carrier;
import static io.milepost.pipelines.milestones.correlation.Shipping.key;
import static io.milepost.pipelines.milestones.correlation.Shipping.line;
import static io.milepost.pipelines.milestones.correlation.Shipping.notice;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.DeadLetter;
import io.milepost.events.RejectReason;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.pipelines.milestones.Events;
import io.milepost.pipelines.milestones.accounts.Entry;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a carrier's event finds its lines, from the router on. */
class ShipmentStoriesTest {

    private Chain chain;

    @BeforeEach
    void open() throws Exception {
        chain = new Chain();
        said(line(1), line(2), line(3));
    }

    @AfterEach
    void booksAreEven() throws Exception {
        assertThat(chain.arrivals().missing()).as("records that nobody accounts for").isZero();
        chain.close();
    }

    @Test
    void aCarrierReachesTheLinesOfItsShipment() throws Exception {
        said(notice("1", 1, "2026-02-10", ORIGINAL, "T:1"));
        said(notice("1", 2, "2026-02-10", ORIGINAL, "T:1"));
        said(carrier("c1", "2026-02-11", "T:1"));

        assertThat(lines("c1")).containsExactly(key(1), key(2));
    }

    @Test
    void aCarrierThatIsQuickerThanTheShipNoticeWaits() throws Exception {
        said(carrier("c1", "2026-02-11", "T:1"));
        assertThat(lines("c1")).isEmpty();

        said(notice("1", 1, "2026-02-10", ORIGINAL, "T:1"));
        assertThat(lines("c1")).containsExactly(key(1));
        clock("2026-04-01");
        assertThat(chain.arrivals().letters()).isEmpty();
    }

    @Test
    void everyReferenceOfAShipNoticeIsBound() throws Exception {
        said(notice("1", 1, "2026-02-10", ORIGINAL, "B:1", "C:1", "S:1"));
        said(carrier("c1", "2026-02-11", "S:1"));
        said(carrier("c2", "2026-02-11", "C:1"));

        assertThat(lines("c1")).containsExactly(key(1));
        assertThat(lines("c2")).containsExactly(key(1));
    }

    @Test
    void everyReferenceOfACarrierIsLookedUpAndALineIsToldOnce() throws Exception {
        said(notice("1", 1, "2026-02-10", ORIGINAL, "B:1", "C:1"));
        said(notice("2", 2, "2026-02-10", ORIGINAL, "T:2"));
        chain.arrivals().told();
        said(carrier("c1", "2026-02-11", "S:unknown", "B:1", "C:1", "T:2"));

        assertThat(lines("c1")).containsExactly(key(1), key(2));
        assertThat(chain.arrivals().told()).as("once for each line").isEqualTo(2);
    }

    @Test
    void theSameRecordAgainIsADuplicate() throws Exception {
        InboundRecord event = carrier("c1", "2026-02-11", "B:1", "C:1");
        said(event, event);
        said(notice("1", 1, "2026-02-10", ORIGINAL, "B:1"));
        said(event);

        assertThat(chain.arrivals().booked(Entry.Kind.DUPLICATE)).isEqualTo(2);
        assertThat(chain.arrivals().told()).isEqualTo(1);
    }

    @Test
    void aLinkHelpsLaterEventsThatNameOnlyTheOtherReference() throws Exception {
        said(notice("1", 1, "2026-02-10", ORIGINAL, "B:1"));
        said(carrier("c1", "2026-02-11", "B:1", "C:1"));
        said(carrier("c2", "2026-02-12", "C:1"));

        assertThat(lines("c2")).containsExactly(key(1));
    }

    @Test
    void aLinkMayComeAfterWhatItHelpsAndBeforeTheShipNotice() throws Exception {
        said(carrier("c2", "2026-02-12", "C:1"));
        said(carrier("c1", "2026-02-11", "B:1", "C:1"));
        assertThat(lines("c2")).isEmpty();

        said(notice("1", 1, "2026-02-10", ORIGINAL, "B:1"));
        assertThat(lines("c1")).containsExactly(key(1));
        assertThat(lines("c2")).containsExactly(key(1));
    }

    @Test
    void linksAreNeverFollowedInAChain() throws Exception {
        said(notice("1", 1, "2026-02-10", ORIGINAL, "B:1"));
        said(carrier("c1", "2026-02-11", "B:1", "C:1"));
        said(carrier("c2", "2026-02-12", "C:1", "T:1"));
        said(carrier("c3", "2026-02-13", "T:1"));

        assertThat(lines("c2")).as("by one link").containsExactly(key(1));
        assertThat(lines("c3")).as("by two").isEmpty();
    }

    @Test
    void aLinkOnlyHelpsWhereNoReferenceIsBoundItself() throws Exception {
        said(notice("1", 1, "2026-02-10", ORIGINAL, "B:1", "C:1"));
        said(notice("2", 2, "2026-02-10", ORIGINAL, "B:2"));
        said(carrier("c1", "2026-02-11", "B:1", "B:2"));
        said(carrier("c2", "2026-02-12", "B:1"));

        assertThat(lines("c2")).containsExactly(key(1));
    }

    @Test
    void aReferenceThatIsUsedAgainBelongsToTheNewestShipmentBeforeTheEvent() throws Exception {
        said(notice("1", 1, "2025-02-10", ORIGINAL, "T:1"));
        said(notice("2", 2, "2026-02-10", ORIGINAL, "T:1"));
        said(carrier("c1", "2025-02-11", "T:1"));
        said(carrier("c2", "2026-02-11", "T:1"));

        assertThat(lines("c1")).containsExactly(key(1));
        assertThat(lines("c2")).containsExactly(key(2));
    }

    @Test
    void anEventMovesWhenTheNoticeOfItsShipmentComesLate() throws Exception {
        said(notice("1", 1, "2025-02-10", ORIGINAL, "T:1"));
        said(carrier("c2", "2026-02-11", "T:1"));
        assertThat(lines("c2")).containsExactly(key(1));

        said(notice("2", 2, "2026-02-10", ORIGINAL, "T:1"));
        assertThat(lines("c2")).containsExactly(key(2));
    }

    @Test
    void aNoticeThatIsTakenBackBindsNoLonger() throws Exception {
        said(notice("1", 1, "2026-02-10", ORIGINAL, "T:1"));
        said(carrier("c1", "2026-02-11", "T:1"));
        said(shipping().shipNotice("1", 1, 2, "2026-02-10", CANCEL));

        assertThat(lines("c1")).isEmpty();
        said(shipping().shipNotice("1", 1, 3, "2026-02-10", REPLACE, "T:1"));
        assertThat(lines("c1")).as("and may bind again").containsExactly(key(1));
    }

    @Test
    void aNoticeThatReplacesAnotherBindsItsOwnReferencesOnlyAlsoIfItComesFirst() throws Exception {
        InboundRecord original = notice("1", 1, "2026-02-10", ORIGINAL, "T:wrong", "B:1");
        InboundRecord replacing =
                shipping().shipNotice("1", 1, 2, "2026-02-10", REPLACE, "T:right", "B:1");
        said(carrier("c1", "2026-02-11", "T:wrong"), carrier("c2", "2026-02-11", "T:right"));
        said(replacing, original);

        assertThat(lines("c1")).isEmpty();
        assertThat(lines("c2")).containsExactly(key(1));
    }

    @Test
    void aReferenceThatNobodyBindsIsUnmatchedAfterTheLongestWaitAndMayBeReplayed()
            throws Exception {
        InboundRecord event = carrier("c1", "2026-02-01", "T:1", "C:1");
        said(event);
        chain.clock(Events.millis("2026-03-03") - 1);
        assertThat(chain.arrivals().letters()).isEmpty();

        clock("2026-03-03");
        assertThat(chain.arrivals().letters())
                .extracting(DeadLetter::getReason)
                .containsExactly(RejectReason.UNMATCHED);
        assertThat(chain.arrivals().letters().get(0).getMessage())
                .endsWith(
                        ": shipment main/1/TRACKING_NUMBER/1, main/1/CONTAINER/1 of carrier event"
                                + " c1: expected a ship notice within 30 days but found none");

        said(notice("1", 1, "2026-01-31", ORIGINAL, "C:1"));
        assertThat(lines("c1")).as("it is in the dead letters").isEmpty();
        said(event);
        assertThat(lines("c1")).containsExactly(key(1));
    }

    @Test
    void everythingIsForgottenWhenNobodyHasSpokenOfItForLongEnough() throws Exception {
        said(notice("1", 1, "2026-02-10", ORIGINAL, "B:1"));
        said(notice("2", 0, "2026-02-10", ORIGINAL, "T:9"));
        said(carrier("c1", "2026-02-11", "B:1", "C:1"));
        said(carrier("c2", "2026-08-11", "C:1"));
        said(carrier("c3", "2026-08-11", "T:unknown"));
        clock("2027-06-01");
        said(carrier("c4", "2026-08-12", "C:1"));
        assertThat(lines("c4")).as("still known").containsExactly(key(1));
        assertThat(chain.stateEntries()).isPositive();

        clock("2027-10-01");
        assertThat(chain.stateEntries()).isZero();
        assertThat(chain.timers()).isZero();
        assertThat(lines("c1")).as("stays where it is").containsExactly(key(1));
    }

    private void said(InboundRecord... records) throws Exception {
        for (InboundRecord record : records) {
            chain.said(record).settled();
        }
    }

    private void clock(String time) throws Exception {
        chain.clock(Events.millis(time));
    }

    private Set<String> lines(String event) {
        return chain.arrivals().lines(event);
    }

    private static Shipping shipping() {
        return new Shipping("1");
    }
}
