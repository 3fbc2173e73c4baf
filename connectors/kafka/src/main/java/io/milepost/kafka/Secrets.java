package io.milepost.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigTransformer;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.common.config.provider.FileConfigProvider;

/**
 * Secrets of client settings, always by reference: {@code ${env:NAME}} or {@code ${file:/path:key}}
 * where the file is in Java properties form. What is stored and shipped is the reference; the
 * secret is looked up where a client is opened.
 */
public final class Secrets {

    /** Setting that lets Kafka's own clients look the references up. */
    private static final String PROVIDERS = "config.providers";

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file):[^}]+}");

    private static final Pattern SECRET_NAME =
            Pattern.compile("password|secret|token$|user\\.info|keystore\\.key|jaas");

    /** In a JAAS line, what follows these options is secret; the rest is not. */
    private static final Pattern LITERAL_IN_JAAS =
            Pattern.compile("(?i)(password|secret)\\s*=\\s*[\"']?(?!\\$\\{(env|file):)[^\\s\"';]");

    private Secrets() {}

    /**
     * Whether a setting of this name may hold a secret. Token endpoints and paths do not, though
     * the word is in their names.
     */
    public static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return SECRET_NAME.matcher(lower).find();
    }

    /**
     * Settings that hold a secret in plain words.
     *
     * @param where what the settings belong to, for the messages
     * @return one message for each, without the secret; empty if all is well
     */
    public static List<String> literals(String where, Map<String, String> settings) {
        List<String> problems = new ArrayList<>();
        new TreeMap<>(settings)
                .forEach(
                        (name, value) -> {
                            if (isSecret(name) && isLiteral(name, value)) {
                                problems.add(
                                        where
                                                + "."
                                                + name
                                                + ": expected a reference such as ${env:NAME} or"
                                                + " ${file:/path:key} but found a literal value");
                            }
                        });
        return problems;
    }

    private static boolean isLiteral(String name, String value) {
        if (name.toLowerCase(Locale.ROOT).contains("jaas")) {
            return LITERAL_IN_JAAS.matcher(value).find();
        }
        return !REFERENCE.matcher(value).find();
    }

    /**
     * Settings with every reference looked up, for a client that does not do so itself.
     *
     * @param where what the settings belong to, for the messages
     * @throws IllegalArgumentException if a reference leads nowhere; all of them are named
     */
    public static Map<String, String> resolve(String where, Map<String, String> settings) {
        try (EnvVarConfigProvider env = new EnvVarConfigProvider();
                FileConfigProvider file = new FileConfigProvider()) {
            env.configure(Map.of());
            file.configure(Map.of());
            ConfigTransformer transformer = new ConfigTransformer(Map.of("env", env, "file", file));
            Map<String, String> resolved = transformer.transform(settings).data();
            List<String> problems = unresolved(where, settings, resolved);
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException(String.join("; ", problems));
            }
            return resolved;
        } catch (ConfigException e) {
            throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(where + ": could not close a reference provider", e);
        }
    }

    private static List<String> unresolved(
            String where, Map<String, String> settings, Map<String, String> resolved) {
        List<String> problems = new ArrayList<>();
        new TreeMap<>(settings)
                .forEach(
                        (name, value) -> {
                            Matcher reference = REFERENCE.matcher(value);
                            // Kafka leaves a reference that leads nowhere as it stands.
                            while (reference.find()) {
                                if (resolved.get(name).contains(reference.group())) {
                                    problems.add(
                                            where
                                                    + "."
                                                    + name
                                                    + ": expected "
                                                    + reference.group()
                                                    + " to lead to a value but found none");
                                }
                            }
                        });
        return problems;
    }

    /** Settings as Kafka's own clients take them, which look the references up themselves. */
    static Map<String, String> forKafkaClients(Map<String, String> settings) {
        Map<String, String> result = new LinkedHashMap<>(settings);
        result.put(PROVIDERS, "env,file");
        result.put(PROVIDERS + ".env.class", EnvVarConfigProvider.class.getName());
        result.put(PROVIDERS + ".file.class", FileConfigProvider.class.getName());
        return result;
    }

    /** Settings for messages: secrets masked, sorted by name. */
    public static String masked(Map<String, String> settings) {
        Map<String, String> shown = new TreeMap<>();
        settings.forEach((name, value) -> shown.put(name, isSecret(name) ? "****" : value));
        return shown.toString();
    }
}
