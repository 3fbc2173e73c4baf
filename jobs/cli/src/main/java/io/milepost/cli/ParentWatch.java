package io.milepost.cli;

/**
 * Ends this process in good order when its parent is gone, if it was started so. Maven, killed,
 * does not end what it runs.
 */
final class ParentWatch {

    /** System property; {@code true} ties our life to the parent's. */
    static final String PROPERTY = "milepost.endWithParent";

    private ParentWatch() {}

    static void start() {
        if (Boolean.getBoolean(PROPERTY)) {
            ProcessHandle.current()
                    .parent()
                    .ifPresent(
                            parent ->
                                    parent.onExit().thenRun(() -> System.exit(ExitCodes.STOPPED)));
        }
    }
}
