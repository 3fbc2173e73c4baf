package io.milepost.odoo.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A client that does what one transcript recorded, against a server that answers as recorded. */
final class Session {

    private static final String VERSION_18 = "{\"server_version\":\"18.0\"}";
    private static final String VERSION_19 = "{\"version\":\"19.0\"}";

    private final JsonNode transcript;
    private final ReplayServer server;
    private final Reply reply;

    private Session(JsonNode transcript, ReplayServer server) {
        this.transcript = transcript;
        this.server = server;
        this.reply = Transcripts.reply(transcript);
    }

    static Session of(JsonNode transcript, ReplayServer server) {
        return new Session(transcript, server);
    }

    /** What stands in the transcripts where the key stood. */
    static String key(JsonNode transcript) {
        return isJson2(transcript) ? "<API-KEY>" : "<PASSWORD-OR-API-KEY>";
    }

    private static boolean isJson2(JsonNode transcript) {
        return transcript.at("/http/path").asText().startsWith("/json/2/");
    }

    private String method() {
        return transcript.at("/request/params/method").asText();
    }

    private JsonNode places() {
        return transcript.at("/request/params/args");
    }

    /** Does it; the result, for a login the user's id, for a version the version's text. */
    JsonNode run() throws OdooException, InterruptedException {
        if (transcript.at("/http/path").asText().equals("/json/version")) {
            server.then(reply).then(Reply.json(200, "{}"));
            return version(WireChoice.JSON_2);
        }
        if (isJson2(transcript)) {
            server.then(Reply.json(200, VERSION_19)).then(Reply.json(200, "{}")).then(reply);
            return call(WireChoice.JSON_2, json2Call());
        }
        if (method().equals("version") && reply.status() == 200) {
            server.then(reply).then(Reply.result("2"));
            return version(WireChoice.JSON_RPC);
        }
        server.then(Reply.result(VERSION_18));
        if (method().equals("authenticate")) {
            server.then(reply).then(Reply.result("true"));
            try (OdooClient client = open(WireChoice.JSON_RPC)) {
                client.call(OdooCall.model("res.users", "context_get"));
                return body().at("/params/args/1");
            }
        }
        server.then(Reply.result(places().path(1).isInt() ? places().path(1).asText() : "2"));
        server.then(reply);
        return call(WireChoice.JSON_RPC, jsonRpcCall());
    }

    private OdooClient open(WireChoice wire) throws OdooException, InterruptedException {
        String database = places().path(0).asText("demo");
        if (isJson2(transcript)) {
            database = transcript.at("/http/requestHeaders/X-Odoo-Database").asText("any");
        }
        OdooSettings settings =
                OdooSettings.of(server.url(), database, login(), () -> key(transcript)).over(wire);
        return Opening.open(settings, new LoginGuard(System::nanoTime));
    }

    private String login() {
        return method().equals("authenticate") ? places().path(1).asText() : "bot";
    }

    private JsonNode version(WireChoice wire) throws OdooException, InterruptedException {
        try (OdooClient client = open(wire)) {
            return OdooJson.node(client.version().text());
        }
    }

    private JsonNode call(WireChoice wire, OdooCall call)
            throws OdooException, InterruptedException {
        try (OdooClient client = open(wire)) {
            return client.call(call);
        }
    }

    private OdooCall jsonRpcCall() {
        if (!method().equals("execute_kw")) {
            return OdooCall.model("any.model", "any_method");
        }
        JsonNode arguments = places().path(5);
        JsonNode options = places().path(6);
        OdooCall call = OdooCall.model(places().path(3).asText(), places().path(4).asText());
        int from = 0;
        if (isListOfIds(arguments.path(0))) {
            call = OdooCall.records(call.model(), ids(arguments.path(0)), call.method());
            from = 1;
        }
        for (int i = from; i < arguments.size(); i++) {
            call = call.with("argument" + i, arguments.get(i));
        }
        return withNames(call, options);
    }

    private OdooCall json2Call() {
        String[] path = transcript.at("/http/path").asText().split("/");
        JsonNode body = transcript.path("request");
        OdooCall call =
                body.has("ids")
                        ? OdooCall.records(path[3], ids(body.path("ids")), path[4])
                        : OdooCall.model(path[3], path[4]);
        return withNames(call, body);
    }

    private static OdooCall withNames(OdooCall call, JsonNode names) {
        OdooCall result = call;
        for (var each : names.properties()) {
            if (each.getKey().equals("context")) {
                for (var entry : each.getValue().properties()) {
                    result = result.inContext(entry.getKey(), entry.getValue());
                }
            } else if (!each.getKey().equals("ids")) {
                result = result.option(each.getKey(), each.getValue());
            }
        }
        return result;
    }

    private static boolean isListOfIds(JsonNode node) {
        return node.isArray() && !node.isEmpty() && node.path(0).isIntegralNumber();
    }

    private static List<Long> ids(JsonNode node) {
        List<Long> ids = new ArrayList<>();
        node.forEach(each -> ids.add(each.longValue()));
        return ids;
    }

    /** The recorded result. */
    JsonNode result() {
        JsonNode response = transcript.path("response");
        if (isJson2(transcript)) {
            return response;
        }
        if (response.has("version")) {
            return response.path("version");
        }
        JsonNode result = response.path("result");
        if (result.has("server_version")) {
            return result.path("server_version");
        }
        return result.isMissingNode() ? NullNode.getInstance() : result;
    }

    /** The recorded name of the error. */
    Optional<String> error() {
        JsonNode response = transcript.path("response");
        JsonNode name =
                response.has("error") ? response.at("/error/data/name") : response.path("name");
        return name.isTextual() ? Optional.of(name.textValue()) : Optional.empty();
    }

    private JsonNode body() {
        try {
            return OdooJson.read(server.last().body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Compares the request with the recorded one, less ids and what we add to the context. */
    void assertSentAsRecorded() throws IOException {
        ReplayServer.Received sent =
                server.received().stream()
                        .filter(each -> isTheRecordedOne(each))
                        .reduce((first, second) -> second)
                        .orElseThrow();
        assertThat(sent.method()).isEqualTo(transcript.at("/http/method").asText());
        for (var header : transcript.at("/http/requestHeaders").properties()) {
            if (sent.method().equals("POST")) {
                assertThat(sent.headers())
                        .containsEntry(
                                header.getKey().toLowerCase(Locale.ROOT),
                                header.getValue().asText());
            }
        }
        if (sent.body().length > 0) {
            JsonNode expected = normal(transcript.path("request").deepCopy(), false);
            assertThat(normal(OdooJson.read(sent.body()), true)).isEqualTo(expected);
        }
    }

    private boolean isTheRecordedOne(ReplayServer.Received each) {
        if (!each.path().equals(transcript.at("/http/path").asText())) {
            return false;
        }
        try {
            return each.body().length == 0
                    || OdooJson.read(each.body())
                            .at("/params/method")
                            .equals(transcript.at("/request/params/method"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode normal(JsonNode request, boolean ours) {
        if (request.path("params").isObject()) {
            ((ObjectNode) request).remove("id");
        }
        JsonNode names = isJson2(transcript) ? request : request.at("/params/args/6");
        if (names instanceof ObjectNode object) {
            ObjectNode context =
                    object.path("context") instanceof ObjectNode given ? given : OdooJson.object();
            if (ours) {
                assertThat(context.path("tz").asText()).isEqualTo("UTC");
                assertThat(context.path("lang").asText()).isEqualTo("en_US");
            }
            context.remove(List.of("tz", "lang"));
            object.set("context", context);
        }
        return request;
    }
}
