package io.milepost.kafka.registry;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.milepost.kafka.Secrets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How to reach a schema registry that speaks the Confluent API. Travels in the job graph, so that
 * it holds references to secrets and never secrets: see {@link Secrets}.
 *
 * @param urls base addresses, tried in turn when one is down; Apicurio needs the path {@code
 *     /apis/ccompat/v7}
 * @param clientProperties settings of Confluent's client by its own names, such as {@code
 *     basic.auth.credentials.source}, {@code bearer.auth.token}, {@code
 *     schema.registry.ssl.truststore.location}
 */
public record RegistryConnection(List<String> urls, Map<String, String> clientProperties)
        implements RegistryFactory {

    private static final long serialVersionUID = 1L;

    /** Schemas of one subject that the client keeps; a subject here has a handful of versions. */
    private static final int SCHEMAS_KEPT = 1_000;

    /**
     * Checks that there is an address and that no secret stands in the settings in plain words.
     *
     * @throws IllegalArgumentException if not; all problems are named, no secret is shown
     */
    public RegistryConnection {
        urls = List.copyOf(urls);
        clientProperties = new TreeMap<>(clientProperties);
        if (urls.isEmpty()) {
            throw new IllegalArgumentException(
                    "registry.urls: expected at least one address but found none");
        }
        for (String url : urls) {
            // Credentials in an address would be shown wherever the address is.
            boolean web = url.startsWith("http://") || url.startsWith("https://");
            if (!web || url.contains("@")) {
                throw new IllegalArgumentException(
                        "registry.urls: expected http:// or https:// without credentials but found "
                                + url.replaceAll("//.*@", "//****@"));
            }
        }
        List<String> literals = Secrets.literals("registry", clientProperties);
        if (!literals.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", literals));
        }
    }

    /** A connection without security, for a registry on this machine. */
    public static RegistryConnection plain(String url) {
        return new RegistryConnection(List.of(url), Map.of());
    }

    /** A copy of the settings; references as they stand. */
    @Override
    public Map<String, String> clientProperties() {
        return new TreeMap<>(clientProperties);
    }

    /**
     * A new client, secrets looked up now; whoever opened it closes it.
     *
     * @throws IllegalArgumentException if a reference leads nowhere
     */
    @Override
    public SchemaRegistryClient open() {
        return new CachedSchemaRegistryClient(
                urls,
                SCHEMAS_KEPT,
                List.of(new AvroSchemaProvider()),
                Secrets.resolve("registry", clientProperties));
    }

    /** Secrets and references masked. */
    @Override
    public String toString() {
        return "RegistryConnection[" + urls + ", " + Secrets.masked(clientProperties) + "]";
    }
}
