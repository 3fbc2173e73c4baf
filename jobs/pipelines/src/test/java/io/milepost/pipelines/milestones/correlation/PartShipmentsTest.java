package io.milepost.pipelines.milestones.correlation;

import static io.milepost.events.DocumentPurpose.CANCEL;
import static io.milepost.events.DocumentPurpose.ORIGINAL;
import static io.milepost.events.DocumentPurpose.REPLACE;
import static io.milepost.pipelines.milestones.correlation.Shipping.carrier;
import static io.milepost.pipelines.milestones.correlation.Shipping.key;
import static io.milepost.pipelines.milestones.correlation.Shipping.line;
import static io.milepost.pipelines.milestones.correlation.Shipping.notice;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.pipelines.milestones.Events;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a carrier's event finds the parts of a line that was split. */
class PartShipmentsTest {

    private static final Shipping SHIPPING = new Shipping("1");

    private Chain chain;

    @BeforeEach
    void open() throws Exception {
        chain = new Chain();
        said(line(1));
    }

    @AfterEach
    void booksAreEven() throws Exception {
        assertThat(chain.arrivals().missing()).as("records that nobody accounts for").isZero();
        chain.close();
    }

    @Test
    void itIsToldToLineAndPartByWhichNoticeItCame() throws Exception {
        said(SHIPPING.part(2, 1));
        said(notice("1", 1, "2026-02-10", ORIGINAL, "T:1"));
        said(carrier("c1", "2026-02-11", "T:1"));

        assertThat(lines("c1")).containsExactly(key(1), key(2));
        for (int line : new int[] {1, 2}) {
            assertThat(chain.arrivals().notices("c1", key(line)))
                    .containsExactly("ship-notice/1/S1");
        }
        assertThat(chain.arrivals().told()).as("once for each").isEqualTo(2);
    }

    @Test
    void aPartThatIsKnownLastHearsItAndTheLineHearsNothingAgain() throws Exception {
        InboundRecord event = carrier("c1", "2026-02-11", "T:1");
        said(event, notice("1", 1, "2026-02-10", ORIGINAL, "T:1"));
        assertThat(lines("c1")).containsExactly(key(1));
        assertThat(chain.arrivals().told()).isEqualTo(1);

        said(SHIPPING.part(2, 1));
        assertThat(lines("c1")).containsExactly(key(1), key(2));
        assertThat(chain.arrivals().told()).isEqualTo(1);

        said(SHIPPING.part(2, 1), event, notice("1", 1, "2026-02-10", ORIGINAL, "T:1"));
        assertThat(chain.arrivals().told()).as("repeats").isZero();
    }

    @Test
    void whatIsTakenBackOrReplacedIsSoForThePartAsWell() throws Exception {
        said(SHIPPING.part(2, 1));
        said(notice("1", 1, "2026-02-10", ORIGINAL, "T:wrong"));
        said(carrier("c1", "2026-02-11", "T:wrong"), carrier("c2", "2026-02-11", "T:right"));
        said(SHIPPING.shipNotice("1", 1, 2, "2026-02-10", REPLACE, "T:right"));
        assertThat(lines("c1")).isEmpty();
        assertThat(lines("c2")).containsExactly(key(1), key(2));

        said(SHIPPING.shipNotice("1", 1, 3, "2026-02-10", CANCEL));
        assertThat(lines("c2")).isEmpty();
    }

    @Test
    void aNoticeThatNamesThePartIsNotItsLines() throws Exception {
        said(SHIPPING.part(2, 1));
        said(notice("1", 2, "2026-02-10", ORIGINAL, "T:1"));
        said(carrier("c1", "2026-02-11", "T:1"));

        assertThat(lines("c1")).containsExactly(key(2));
    }

    @Test
    void aLinkHelpsThePartAsWell() throws Exception {
        said(notice("1", 1, "2026-02-10", ORIGINAL, "B:1"));
        said(carrier("c1", "2026-02-11", "B:1", "C:1"));
        said(carrier("c2", "2026-02-12", "C:1"));
        said(SHIPPING.part(2, 1));

        assertThat(lines("c2")).containsExactly(key(1), key(2));
    }

    @Test
    void itIsForgottenWithTheOrder() throws Exception {
        said(SHIPPING.part(2, 1));
        said(notice("1", 1, "2026-02-10", ORIGINAL, "T:1"));
        said(carrier("c1", "2026-02-11", "T:1"));
        chain.clock(Events.millis("2027-10-01"));

        assertThat(chain.stateEntries()).isZero();
        assertThat(chain.timers()).isZero();
    }

    private void said(InboundRecord... records) throws Exception {
        for (InboundRecord record : records) {
            chain.said(record).settled();
        }
    }

    private Set<String> lines(String event) {
        return chain.arrivals().lines(event);
    }
}
