package io.milepost.partners.edi;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.message.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the levels of a ship notice know of one another. */
class HierarchyTest {

    @ParameterizedTest
    @CsvSource({
        "/HL/4/03, I",
        "/HL/4/SN1/0/02, 60",
        "/HL/4/_up/O/PRF/0/01, P00042",
        "/HL/4/_up/P/MAN/0/02, 00012345678905555568",
        "/HL/4/_up/T/MAN/0/02, 00012345678905555551",
        "/HL/4/_up/S/REF/0/02, FF123456789",
        "/HL/7/_up/O/PRF/0/01, P00045",
        "/HL/7/_up/P,",
        "/HL/3/_down/I/1/LIN/0/03, NUT-M8",
        "/HL/3/_down/I/1/_up,",
        "/CTT/01, 8"
    })
    void anItemKnowsItsOrderAndItsPackages(String pointer, String expected) {
        assertThat(Cut.at(Cut.first("856.x12"), pointer)).isEqualTo(expected);
    }

    @Test
    void aParentThatIsNotNamedIsFoundByItsLevel() {
        String text =
                Cut.text("856.x12").replace("HL*5*4*I", "HL*5**I").replace("HL*7*1*O", "HL*7*99*O");
        PartnerMessage message = Cut.firstOf(text);
        assertThat(Cut.at(message, "/HL/4/_up/P/MAN/0/02")).isEqualTo("00012345678905555568");
        assertThat(Cut.at(message, "/HL/6/_up/S/REF/0/02")).isEqualTo("FF123456789");
        assertThat(message.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "line 16:1, segment 14 HL: element 2: must name the level above but is"
                                + " empty; '4' (P) is taken",
                        "line 22:1, segment 20 HL: element 2: level '99' is not known at this"
                                + " point; '1' (S) is taken");
    }

    @Test
    void aHierarchyThatIsTooDeepIsRefused() {
        StringBuilder levels = new StringBuilder();
        for (int i = 9; i < 60; i++) {
            levels.append("HL*").append(i).append('*').append(i - 1).append("*I~\n");
        }
        PartnerMessage message =
                Cut.firstOf(Cut.text("856.x12").replace("CTT*8~", levels + "CTT*8~"));
        assertThat(message.usable()).isFalse();
        assertThat(message.problems()).extracting(Problem::code).contains("hierarchy-too-deep");
    }
}
