package io.milepost.scenarios.checks;

/** What a sentence after "Then" asks for. */
public interface Expectation {

    /**
     * Holds it against what came out.
     *
     * @param sentence the sentence, for the message
     * @throws AssertionError if something else came out
     */
    void verify(String sentence, Heard heard);
}
