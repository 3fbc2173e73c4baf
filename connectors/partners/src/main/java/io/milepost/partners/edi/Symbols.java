package io.milepost.partners.edi;

import java.io.IOException;

/** A text that is read once from front to back, with a look ahead and a place. */
interface Symbols {

    /** The symbol so far ahead, 0 for the next one; -1 behind the end. */
    int peek(int ahead) throws IOException;

    /** Takes the next symbol; there must be one. */
    void take() throws IOException;

    /** Line of the next symbol, from 1. */
    int line();

    /** Column of the next symbol, from 1. */
    int column();

    /** Whether the coming symbols are those of the text. */
    default boolean startsWith(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            if (peek(i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
