package io.milepost.partners.publication;

/** Who brings a version into force. */
public enum ApprovalRule {
    /** Whoever publishes it. */
    AUTHOR("author"),
    /** Somebody else than its author. */
    ANOTHER_PERSON("another-person");

    private final String word;

    ApprovalRule(String word) {
        this.word = word;
    }

    /** As it is written in files. */
    public String word() {
        return word;
    }
}
