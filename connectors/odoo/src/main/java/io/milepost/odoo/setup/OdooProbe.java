package io.milepost.odoo.setup;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.client.OdooCall;
import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.client.OdooException;
import io.milepost.odoo.client.OdooJson;
import io.milepost.odoo.updates.UpdateAction;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Asks a server who it is, how fast it answers and where the shards stand; changes nothing. */
public final class OdooProbe {

    private static final int CALLS = 9;

    private final OdooClient client;

    /**
     * @param client as the bot; the caller closes it
     */
    public OdooProbe(OdooClient client) {
        this.client = client;
    }

    /**
     * What a probe found.
     *
     * @param version the server's version
     * @param fastest the shortest round trip
     * @param median the middle round trip
     * @param slowest the longest round trip
     * @param horizon up to when changes can be read, UTC; {@code null} if the bot may not run the
     *     action
     * @param marks the last decided sequence of each shard
     */
    public record Report(
            String version,
            Duration fastest,
            Duration median,
            Duration slowest,
            String horizon,
            Map<String, String> marks) {}

    /**
     * Probes.
     *
     * @throws OdooException if Odoo does not answer, or was not set up
     */
    public Report probe() throws OdooException, InterruptedException {
        long[] nanos = new long[CALLS];
        for (int call = 0; call < CALLS; call++) {
            long start = System.nanoTime();
            client.call(OdooCall.model("res.users", "context_get"));
            nanos[call] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        UpdateAction action = UpdateAction.find(client);
        Map<String, String> marks = new LinkedHashMap<>();
        JsonNode rows =
                client.call(
                        OdooCall.model(UpdateAction.LEDGER, "search_read")
                                .with(
                                        "domain",
                                        OdooJson.array(
                                                OdooJson.array(
                                                        "x_name", "!=", UpdateAction.ACTION_ROW)))
                                .with("fields", OdooJson.array("x_name", "x_seq"))
                                .option("order", OdooJson.node("x_name")));
        rows.forEach(row -> marks.put(row.path("x_name").asText(), row.path("x_seq").asText()));
        return new Report(
                client.version().text(),
                Duration.ofNanos(nanos[0]),
                Duration.ofNanos(nanos[CALLS / 2]),
                Duration.ofNanos(nanos[CALLS - 1]),
                action.horizon().path("horizon").asText(),
                marks);
    }
}
