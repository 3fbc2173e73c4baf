package io.milepost.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build has written into the program. */
public final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        try (InputStream stream = Version.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(stream);
            return new String[] {
                "milepost " + properties.getProperty("version"),
                "Java " + Runtime.version() + ", " + System.getProperty("java.vm.vendor")
            };
        }
    }
}
