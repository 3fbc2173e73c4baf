package io.milepost.cli;

/**
 * Logs of short commands: errors only, on standard error, for what the clients of Kafka log
 * otherwise is no answer to anything that was asked. Must be called before the first logger is.
 */
public final class QuietLogs {

    private static final String CONFIGURATION_PROPERTY = "log4j2.configurationFile";

    private QuietLogs() {}

    /** From now on, unless the user has said otherwise. */
    public static void take() {
        if (System.getProperty(CONFIGURATION_PROPERTY) == null) {
            System.setProperty(
                    CONFIGURATION_PROPERTY, "classpath:io/milepost/cli/log4j2-quiet.properties");
        }
    }
}
