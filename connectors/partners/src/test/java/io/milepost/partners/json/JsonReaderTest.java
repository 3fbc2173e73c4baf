package io.milepost.partners.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.message.Problem;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonReaderTest {

    private static PartnerMessage read(String json) {
        return new JsonReader().read(json.getBytes(StandardCharsets.UTF_8), "thing");
    }

    private static String problem(String json) {
        PartnerMessage message = read(json);
        assertThat(message.usable()).isFalse();
        Problem problem = message.problems().get(0);
        return problem.code() + ": " + problem;
    }

    @Test
    void aNumberIsTheTextThatWasSent() {
        PartnerMessage message =
                read("{\"a\": 12345678901234567890.10, \"b\": true, \"c\": 1e999999999}");
        assertThat(message.body())
                .hasToString(
                        "{\"a\":\"12345678901234567890.10\",\"b\":true,\"c\":\"1e999999999\"}");
        assertThat(message.type()).isEqualTo("thing");
    }

    @Test
    void eachValueHasItsPlace() {
        PartnerMessage message = read("{\n \"a/b\": [1,\n   {\"c~d\": \"\"}]\n}");
        assertThat(message.placeOf(message.body().at("/a~1b/1/c~0d")))
                .hasToString("line 3:12, /a~1b/1/c~0d");
        assertThat(message.placeOf(message.body().get("a/b").get(0)))
                .hasToString("line 2:10, /a~1b/0");
    }

    @Test
    void aListIsTheListOfAnObject() {
        assertThat(read("[1, 2]").body()).hasToString("{\"list\":[\"1\",\"2\"]}");
    }

    @Test
    void aNameThatIsThereTwiceIsRefused() {
        assertThat(problem("{\"a\": 1,\n \"a\": 2}"))
                .isEqualTo("duplicate-name: line 2:5, /: Duplicate field 'a'");
    }

    @Test
    void depthIsBounded() {
        assertThat(problem("[".repeat(100_000))).startsWith("too-large: ");
    }

    @Test
    void theNumberOfValuesIsBounded() {
        PartnerMessage message =
                new JsonReader(new JsonLimits(1_000, 8, 10, 8))
                        .read("[1,2,3,4,5,6,7,8,9,10]".getBytes(StandardCharsets.UTF_8), "thing");
        assertThat(message.problems())
                .extracting(Problem::toString)
                .containsExactly("line 1:20, /9: expected at most 10 values but found more");
    }

    @Test
    void sizeAndNumbersAreBounded() {
        JsonReader reader = new JsonReader(new JsonLimits(20, 8, 10, 8));
        assertThat(reader.read(new byte[21], "thing").problems())
                .extracting(Problem::message)
                .containsExactly("expected at most 20 bytes but found 21");
        assertThat(reader.read("[1234567890]".getBytes(StandardCharsets.UTF_8), "x").problems())
                .extracting(Problem::code)
                .containsExactly("too-large");
    }

    @Test
    void whatIsNoJsonIsTold() {
        assertThat(problem(""))
                .isEqualTo("not-json: line 1:1, /: expected a document but found nothing");
        assertThat(problem("{} {}")).contains("expected the end but found more");
        assertThat(problem("{\"a\": }")).startsWith("not-json: line 1:7, /: ");
        assertThat(problem("NaN")).startsWith("not-json: ");
    }
}
