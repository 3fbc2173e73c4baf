package io.milepost.partners.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateFunctionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "decimal(\" 12,50 \")                       | 12.5",
                "decimal(\"1.5E2\")                         | 150",
                "decimal(\"-.5\")                           | -0.5",
                "decimal(\"00100\")                         | 100",
                "implied-decimal(\"1234\", \"2\")           | 12.34",
                "implied-decimal(\"12.34\", \"2\")          | 12.34",
                "rounded(\"0.1234565\", 6)                  | 0.123457",
                "rounded(\"13.2\", 0)                       | 13",
                "add(\"0.1\", \"0.2\")                      | 0.3",
                "add(null, \"5\")                           | 5",
                "subtract(\"20\", \"15\")                   | 5",
                "multiply(\"2\", \"7\")                     | 14",
                "divide(\"1050\", \"100\")                  | 10.5",
                "divide(\"1\", \"3\")                       | 0.333333",
                "divide(\"7.25\", null)                     | 7.25",
                "positive(\"0.00\")                         | null",
                "positive(\"3\")                            | 3",
                "x12-time(\"20260320\")                     | 2026-03-20T11:00:00Z",
                "x12-time(\"260320\", \"1430\")             | 2026-03-20T13:30:00Z",
                "x12-time(\"20260320\", \"143015\", \"UT\") | 2026-03-20T14:30:15Z",
                "x12-time(\"20260320\", \"1430\", \"ET\")   | 2026-03-20T18:30:00Z",
                "x12-time(\"20260120\", \"1430\", \"ET\")   | 2026-01-20T19:30:00Z",
                "x12-time(\"20260320\", \"1430\", \"02\")   | 2026-03-20T12:30:00Z",
                "x12-time(\"20260320\", \"1430\", \"20\")   | 2026-03-20T19:30:00Z",
                "x12-time(\"20260320\", \"1430\", \"LT\")   | 2026-03-20T13:30:00Z",
                "edifact-time(\"20260320\", \"102\")        | 2026-03-20T11:00:00Z",
                "edifact-time(\"202603201430\", \"203\")    | 2026-03-20T13:30:00Z",
                "edifact-time(\"20260320143015\", \"204\")  | 2026-03-20T13:30:15Z",
                "edifact-time(\"20260320\", \"203\")        | 2026-03-20T11:00:00Z",
                "edifact-time(\"202603201430UTC\", \"303\") | 2026-03-20T14:30:00Z",
                "edifact-time(\"202603201430+0200\", \"205\") | 2026-03-20T12:30:00Z",
                "edifact-time(\"260320\", \"101\")          | 2026-03-20T11:00:00Z",
                "edifact-time(\"200326\", \"2\")            | 2026-03-20T11:00:00Z",
                "edifact-time(\"202602\", \"610\")          | 2026-02-28T11:00:00Z",
                "edifact-time(\"202602\", \"610\", \"begin\") | 2026-02-01T11:00:00Z",
                "edifact-time(\"202613\", \"616\")          | 2026-03-29T10:00:00Z",
                "edifact-time(\"202613\", \"616\", \"begin\") | 2026-03-23T11:00:00Z",
                "edifact-time(\"20260301-20260310\", \"718\") | 2026-03-10T11:00:00Z",
                "iso-time(\"2026-03-20\")                   | 2026-03-20T11:00:00Z",
                "iso-time(\"2026-03-20T14:30:00\")          | 2026-03-20T13:30:00Z",
                "iso-time(\"2026-03-20T14:30:00.250+01:00\") | 2026-03-20T13:30:00.250Z",
                "iso-time(\"2026-03-20T14:30:00+0100\")     | 2026-03-20T13:30:00Z",
                "iso-time(\"2026-03-20\", \"14:30:00Z\")    | 2026-03-20T14:30:00Z",
                "iso-time(\"2026-03-20+01:00\", \"14:30:00\") | 2026-03-20T13:30:00Z",
                "day-begin(\"2026-03-20T13:30:00Z\")        | 2026-03-19T23:00:00Z",
                "day-end(\"2026-03-20T13:30:00Z\")          | 2026-03-20T23:00:00Z",
                "code(\"answer\", \" IA \")                 | ACCEPTED",
                "code(\"answer\", \"ZZ\", \"x\")            | x",
                "code(\"answer\", null, \"x\")              | x",
                "code(\"answer\", null)                     | null",
                "code(\"any\", \"7\")                       | other",
                "concat(\"a\", null, \"/\", \"b\")          | a/b",
                "first(null, \" \", \"b\")                  | b",
                "after-last(\"urn:x:y\", \":\")             | y",
                "sscc(\"00340123450000000018\")             | 340123450000000018",
                "sscc(\"340123450000000018\")               | 340123450000000018",
                "gs1-key(\"urn:epc:id:sscc:4012345.0000000001\").value | 040123450000000016",
                "gs1-key(\"urn:epc:id:sgtin:4012345.012345.7\").value | 04012345123456",
                "gs1-key(\"https://id.gs1.org/01/04012345123456/21/7\").kind | gtin",
                "gs1-key(\"urn:epc:id:gdti:1.2.3\")         | null",
                "line-ids(\"57/1234\").id                   | 1234",
                "line-ids(\"1\")                            | null",
                "head([1,2])                                | 1",
                "head(null)                                 | null",
            })
    void aFunctionGives(String expression, String expected) throws TemplateException {
        JsonNode output = Templates.run(expression.strip(), "{}");
        assertThat(output.isNull() ? "null" : output.asText()).isEqualTo(expected);
        assertThat(output).isNotInstanceOf(Unusable.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "decimal(\"12x\")                         | a decimal number",
                "decimal(\"1.234.567\")                   | a decimal number",
                "decimal(\"1e999999999\")                 | a decimal number",
                "divide(\"1\", \"0\")                     | a decimal number other than 0",
                "x12-time(\"20261341\")                   | a date CCYYMMDD or YYMMDD",
                "x12-time(\"20260320\", \"2560\")         | a time HHMM, HHMMSS or HHMMSSDD",
                "x12-time(\"20260320\", \"1430\", \"QQ\") | a time zone code of X12 such as UT, ET"
                        + " or 05",
                "edifact-time(\"2026\", \"102\")          | a date or time in EDIFACT's format 102",
                "edifact-time(\"20260320\", \"999\")      | a date or time in EDIFACT's format 999",
                "iso-time(\"20.03.2026\")                 | a date or time of ISO 8601 such as"
                        + " 2026-03-20T14:30:00Z",
                "code(\"nowhere\", \"A\")                 | a code map nowhere in the profile",
                "unusable(\"x\", \"a better one\")        | a better one",
            })
    void whatCannotBeReadIsHandedOnWithWhatWasExpected(String expression, String expected)
            throws TemplateException {
        JsonNode output = Templates.run(expression.strip(), "{}");
        assertThat(output).isInstanceOf(Unusable.class);
        assertThat(((Unusable) output).expected()).isEqualTo(expected);
    }

    @Test
    void anUnknownCodeNamesTheMap() throws TemplateException {
        JsonNode output = Templates.run("code(\"any-of-them\", \"A\")", "{}");
        assertThat(((Unusable) output).code()).isEqualTo("unknown-code");
        JsonNode known = Templates.run("code(\"item\", \"ZZ\")", "{}");
        assertThat(((Unusable) known).expected()).startsWith("a code of the map item: ");
    }

    @Test
    void pairsAreReadByTheirQualifiers() throws TemplateException {
        JsonNode output =
                Templates.run(
                        "pairs(., \"06\", \"item\")",
                        "{\"06\":\"ZZ\",\"07\":\"1\",\"08\":\"VN\",\"09\":\" BR-7 \",\"10\":\"VN\","
                                + "\"11\":\"later\",\"12\":\"UP\"}");
        assertThat(output).hasToString("{\"vendorItem\":\"BR-7\"}");
    }
}
