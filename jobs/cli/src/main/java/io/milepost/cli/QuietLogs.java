package io.milepost.cli;

import java.net.URI;
import org.apache.logging.log4j.core.config.Configurator;

/**
 * Logs of short commands: errors only, on standard error, for what the clients of Kafka log
 * otherwise is no answer to anything that was asked. Must be called before the first logger is.
 */
public final class QuietLogs {

    private static final String CONFIGURATION_PROPERTY = "log4j2.configurationFile";

    private static final String QUIET = "classpath:io/milepost/cli/log4j2-quiet.properties";

    private QuietLogs() {}

    /** From now on, unless the user has said otherwise. */
    public static void take() {
        if (System.getProperty(CONFIGURATION_PROPERTY) == null) {
            System.setProperty(CONFIGURATION_PROPERTY, QUIET);
        }
    }

    /**
     * From now on everything goes to the file that the property {@code milepost.log} names, unless
     * the user has said otherwise. Loggers that exist already follow.
     */
    public static void toFile() {
        unlessConfigured("classpath:io/milepost/cli/log4j2.properties");
    }

    /**
     * From now on what a service has to say goes to standard error, unless the user has said
     * otherwise. Loggers that exist already follow.
     */
    public static void toPeople() {
        unlessConfigured("classpath:io/milepost/cli/log4j2-service.properties");
    }

    private static void unlessConfigured(String configuration) {
        String configured = System.getProperty(CONFIGURATION_PROPERTY);
        if (configured == null || configured.equals(QUIET)) {
            Configurator.reconfigure(URI.create(configuration));
        }
    }
}
