package io.milepost.partners.edi;

/** A text in memory as symbols. */
final class TextSymbols implements Symbols {

    private final String text;
    private int next;
    private int line;
    private int column;
    private boolean afterReturn;

    TextSymbols(String text) {
        this.text = text;
        this.line = 1;
        this.column = 1;
    }

    /** Says at which line and column the next symbol was in the text that the sender wrote. */
    void placeAt(int newLine, int newColumn) {
        line = newLine;
        column = newColumn;
        afterReturn = false;
    }

    /** How many symbols were taken. */
    int taken() {
        return next;
    }

    @Override
    public int peek(int ahead) {
        int at = next + ahead;
        return at < text.length() ? text.charAt(at) : -1;
    }

    @Override
    public void take() {
        char c = text.charAt(next++);
        if (c == '\n' && afterReturn) {
            afterReturn = false;
            return;
        }
        afterReturn = c == '\r';
        if (c == '\n' || c == '\r') {
            line++;
            column = 1;
        } else {
            column++;
        }
    }

    @Override
    public int line() {
        return line;
    }

    @Override
    public int column() {
        return column;
    }
}
