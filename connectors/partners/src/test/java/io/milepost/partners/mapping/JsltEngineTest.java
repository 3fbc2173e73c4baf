package io.milepost.partners.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.message.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class JsltEngineTest {

    @Test
    void aTemplateMayNotImport() {
        assertThat(Templates.problems("import \"other.jslt\" as other\n{}"))
                .extracting(Problem::toString)
                .containsExactly(
                        "line 1:1, test.jslt: expected a template that is whole by itself but found"
                                + " an import");
    }

    @Test
    void aFunctionMayNotCallItself() {
        assertThat(Templates.problems("def f(x)\n  f($x)\nf(.)"))
                .extracting(Problem::toString)
                .containsExactly(
                        "line 1:5, test.jslt: function f: expected a function that does not call"
                                + " itself, not even through others");
    }

    @Test
    void functionsMayNotCallOneAnotherInACircle() {
        assertThat(Templates.problems("def f(x) g($x)\ndef g(x) h($x)\ndef h(x) f($x)\nf(.)"))
                .extracting(Problem::code)
                .containsExactly("recursion", "recursion", "recursion");
    }

    @Test
    void whatIsAnotherOneEachTimeIsRefused() {
        assertThat(Templates.problems("[now(), random(), uuid()]"))
                .extracting(Problem::code)
                .containsExactly("not-repeatable", "not-repeatable", "not-repeatable");
    }

    @Test
    void patternsThatCanTakeForEverAreRefused() {
        assertThat(Templates.problems("test(.a, \"(a+)+$\")"))
                .extracting(Problem::code)
                .containsExactly("pattern");
        assertThat(Templates.problems("test(.a, .b)"))
                .extracting(Problem::message)
                .containsExactly("test: expected a pattern that is written out");
        assertThat(Templates.problems("test(.a, \"^[0-9]+(-[0-9])?$\")")).isEmpty();
    }

    @Test
    void aVariableThatNobodySetsIsRefused() {
        assertThat(Templates.problems("let a = .x\n{\"x\": [$a, $b, $message.type]}"))
                .extracting(Problem::toString)
                .containsExactly(
                        "line 2:12, test.jslt: $b: expected a variable that is set somewhere");
    }

    @Test
    void sizeAndDepthAreBounded() {
        assertThat(Templates.problems("[" + "1,".repeat(40_000) + "1]"))
                .extracting(Problem::code)
                .containsExactly("template-too-large");
        assertThat(Templates.problems("[" + "1,".repeat(6_000) + "1]"))
                .extracting(Problem::code)
                .containsExactly("template-too-large");
        assertThat(Templates.problems("(".repeat(30_000) + "1" + ")".repeat(30_000)))
                .extracting(Problem::code)
                .containsExactly("template-too-deep");
    }

    @Test
    void aListAfterAValueIsExplained() {
        assertThat(Templates.problems("let a = text(.b)\n[for (.c) .d]"))
                .extracting(Problem::message)
                .allMatch(it -> it.endsWith("put it in parentheses."));
    }

    @Test
    void loopsWithinLoopsEnd() throws TemplateException {
        Template template =
                new JsltEngine(1_000)
                        .compile(
                                "test.jslt",
                                "let all = .a\n([for (.a)\n  [for ($all) [for ($all) 1]]])",
                                Templates.TERMS);
        assertThat(template.apply(Templates.message("{\"a\":[1,2,3,4,5,6,7,8,9]}")).problems())
                .isEmpty();
        List<Problem> problems =
                template.apply(Templates.message("{\"a\":[" + "1,".repeat(11) + "1]}")).problems();
        assertThat(problems)
                .extracting(Problem::message)
                .containsExactly(
                        "template test.jslt: expected at most 1000 rounds of all loops together but"
                                + " found more");
    }

    @Test
    void whatFailsWhileItRunsIsAProblem() throws TemplateException {
        assertThat(Templates.problems("[12345678901234567890]"))
                .extracting(Problem::toString)
                .containsExactly(
                        "test.jslt: java.lang.NumberFormatException: For input string:"
                                + " \"12345678901234567890\"");
        assertThat(
                        Templates.compile("\nnumber(.a)")
                                .apply(Templates.message("{\"a\":\"twelve\"}"))
                                .problems())
                .extracting(Problem::code)
                .containsExactly("template-failed");
        assertThat(Templates.compile("\nerror(\"no\")").apply(Templates.message("{}")).problems())
                .extracting(Problem::toString)
                .containsExactly("the message: template test.jslt: error: no");
    }

    @Test
    void whatIsHandedOnKeepsItsPlace() throws TemplateException {
        PartnerMessage message = Templates.message("{\n  \"a\": [{\"b\": \" x \"}]\n}");
        JsonNode output =
                Templates.compile("{\"same\": .a[0].b, \"text\": text(.a[0].b), \"new\": \"x\"}")
                        .apply(message)
                        .output();
        assertThat(message.placeOf(output.get("same"))).hasToString("line 2:15, /a/0/b");
        assertThat(message.placeOf(output.get("text"))).hasToString("line 2:15, /a/0/b");
        assertThat(message.placeOf(output.get("new"))).hasToString("the message");
    }

    @Test
    void theMessageIsKnownBesideItsBody() throws TemplateException {
        assertThat(Templates.run("$message.controlNumber + $message.sender", "{}").asText())
                .isEqualTo("00000001701:A");
    }

    @Test
    void oneTemplateServesManyThreads() throws Exception {
        Template template =
                Templates.compile(
                        "def twice(x) add($x, $x)\n" + "([for (.a) twice(multiply(., \"3\"))])");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                int seed = t;
                running.add(
                        threads.submit(
                                () -> {
                                    for (int i = 0; i < 2_000; i++) {
                                        int n = seed * 10_000 + i;
                                        JsonNode output =
                                                template.apply(
                                                                Templates.message(
                                                                        "{\"a\":[" + n + "]}"))
                                                        .output();
                                        assertThat(output.get(0).asText())
                                                .isEqualTo(String.valueOf(6 * n));
                                    }
                                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theExceptionNamesEveryProblem() {
        assertThatThrownBy(() -> Templates.compile("[now(),\n uuid()]"))
                .isInstanceOf(TemplateException.class)
                .hasMessage(
                        "line 1:2, test.jslt: now: expected a function that gives the same for the"
                                + " same message\n"
                                + "line 2:2, test.jslt: uuid: expected a function that gives the"
                                + " same for the same message");
    }
}
