package io.milepost.odoo.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Opens a client: finds the version, chooses the wire, and sees that the key is taken. */
final class Opening {

    private static final Pattern SERIES = Pattern.compile("(?:saas[~-])?(\\d{1,3})\\b.*");
    private static final int FIRST_SERIES = 16;
    private static final int FIRST_SERIES_OF_JSON_2 = 19;

    private final OdooSettings settings;
    private final HttpUrl server;
    private final Failures failures;
    private final Exchange exchange;
    private final JsonRpcWire jsonRpc;
    private final JsonTwoWire jsonTwo;

    private Opening(OdooSettings settings, String key, Transport transport, LoginGuard guard) {
        this.settings = settings;
        this.server = Objects.requireNonNull(HttpUrl.parse(settings.url()), "odoo.url");
        this.failures = new Failures(settings, key);
        this.exchange =
                new Exchange(transport, failures, guard, settings.limits().maxRequestBytes());
        this.jsonRpc = new JsonRpcWire(server, settings.database(), key, failures);
        this.jsonTwo = new JsonTwoWire(server, settings.database(), key, failures);
    }

    static HttpOdooClient open(OdooSettings settings, LoginGuard guard)
            throws OdooException, InterruptedException {
        String key = key(settings);
        Transport transport = new Transport(settings.limits(), new Failures(settings, key));
        try {
            HttpOdooClient client = new Opening(settings, key, transport, guard).client();
            transport = null;
            return client;
        } finally {
            if (transport != null) {
                transport.close();
            }
        }
    }

    private static String key(OdooSettings settings) throws OdooException {
        try {
            return settings.key().reveal();
        } catch (IllegalArgumentException e) {
            throw new OdooException(
                    Failure.FATAL_CONFIGURATION, null, e.getMessage(), null, e.getCause());
        }
    }

    private HttpOdooClient client() throws OdooException, InterruptedException {
        OdooVersion version = version();
        boolean two =
                settings.wire() == WireChoice.JSON_2
                        || settings.wire() == WireChoice.BY_VERSION
                                && version.series() >= FIRST_SERIES_OF_JSON_2;
        HttpOdooClient client =
                new HttpOdooClient(settings.lang(), version, two ? jsonTwo : jsonRpc, exchange);
        if (two) {
            client.call(OdooCall.model("res.users", "context_get"));
        } else {
            jsonRpc.as(exchange.login(jsonRpc.authenticate(settings.login()), jsonRpc).longValue());
        }
        return client;
    }

    private OdooVersion version() throws OdooException, InterruptedException {
        if (settings.wire() == WireChoice.JSON_2) {
            return newerVersion();
        }
        HttpAnswer answer = exchange.transport().send("common.version", jsonRpc.version());
        if (answer.status() == 404) {
            // A server that has given the older wire up.
            return newerVersion();
        }
        JsonNode found = jsonRpc.result("common.version", answer);
        return version("common.version", found.path("server_version").asText());
    }

    private OdooVersion newerVersion() throws OdooException, InterruptedException {
        Request request =
                new Request.Builder()
                        .url(server.newBuilder().addPathSegments("json/version").build())
                        .build();
        HttpAnswer answer = exchange.transport().send("/json/version", request);
        JsonNode found = jsonTwo.result("/json/version", answer);
        return version("/json/version", found.path("version").asText());
    }

    private OdooVersion version(String where, String text) throws OdooException {
        Matcher matcher = SERIES.matcher(text);
        int series = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        if (series < FIRST_SERIES) {
            throw failures.own(
                    Failure.FATAL_CONFIGURATION,
                    where,
                    "expected Odoo " + FIRST_SERIES + " or newer but found '" + text + "'");
        }
        return new OdooVersion(series, text);
    }
}
