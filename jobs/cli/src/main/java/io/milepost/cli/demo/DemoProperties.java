package io.milepost.cli.demo;

import java.util.Locale;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Lets system properties stand in for options that are not given: {@code demo.uiPort} for {@code
 * --ui-port}, {@code odoo.url} for {@code --odoo-url}. An empty property is none. So the build
 * passes on what it was given.
 */
public final class DemoProperties implements IDefaultValueProvider {

    private static final String ODOO = "--odoo-";

    @Override
    public String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)) {
            return null;
        }
        String value = System.getProperty(property(option.longestName()));
        return value == null || value.isBlank() ? null : value;
    }

    /** The property of an option. */
    static String property(String option) {
        if (option.startsWith(ODOO)) {
            return "odoo." + option.substring(ODOO.length());
        }
        StringBuilder name = new StringBuilder("demo.");
        boolean raise = false;
        for (char sign : option.replaceFirst("^-+", "").toCharArray()) {
            if (sign == '-') {
                raise = true;
            } else {
                String next = String.valueOf(sign);
                name.append(raise ? next.toUpperCase(Locale.ROOT) : next);
                raise = false;
            }
        }
        return name.toString();
    }
}
