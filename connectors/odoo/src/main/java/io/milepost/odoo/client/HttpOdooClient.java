package io.milepost.odoo.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A client over HTTP. Every call carries {@code tz=UTC} and the language of the settings, because
 * Odoo otherwise takes the user's own.
 */
public final class HttpOdooClient implements OdooClient {

    private final String lang;
    private final OdooVersion version;
    private final Wire wire;
    private final Exchange exchange;
    private volatile boolean closed;

    HttpOdooClient(String lang, OdooVersion version, Wire wire, Exchange exchange) {
        this.lang = lang;
        this.version = version;
        this.wire = wire;
        this.exchange = exchange;
    }

    /**
     * Looks the key up, asks the server for its version and whether it takes the key. Whoever opens
     * a client closes it.
     *
     * @throws OdooException if one of these failed; {@link Failure#FATAL_CONFIGURATION} if the key
     *     leads nowhere or is not taken, or if the server is older than Odoo 16
     * @throws InterruptedException if the thread was interrupted
     */
    public static HttpOdooClient open(OdooSettings settings)
            throws OdooException, InterruptedException {
        return Opening.open(settings, LoginGuard.of(settings));
    }

    @Override
    public OdooVersion version() {
        return version;
    }

    @Override
    public JsonNode call(OdooCall call) throws OdooException, InterruptedException {
        if (closed) {
            throw new IllegalStateException("The client is closed");
        }
        String where = call.model() + "." + call.method();
        return exchange.result(where, wire.request(inFullContext(call)), wire);
    }

    private OdooCall inFullContext(OdooCall call) {
        Map<String, JsonNode> context = new LinkedHashMap<>();
        context.put("tz", OdooJson.node("UTC"));
        context.put("lang", OdooJson.node(lang));
        context.putAll(call.context());
        return new OdooCall(
                call.model(), call.method(), call.ids(), call.arguments(), call.options(), context);
    }

    @Override
    public void close() {
        closed = true;
        exchange.transport().close();
    }
}
