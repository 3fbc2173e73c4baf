package io.milepost.partners.intake.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.partners.intake.Receipt;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What a caller is answered.
 *
 * @param status HTTP status
 * @param retryAfter after how many seconds it may be tried again; 0 to say nothing about it
 * @param body JSON
 */
record Answer(int status, int retryAfter, ObjectNode body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** It lies in Kafka. */
    static Answer taken(Receipt receipt, boolean before) {
        ObjectNode body = JSON.createObjectNode();
        body.put("receipt", receipt.id());
        body.put("sha256", receipt.sha256());
        body.put("length", receipt.length());
        body.put("transactions", receipt.transactions());
        body.put("repeated", before);
        ArrayNode problems = body.putArray("problems");
        receipt.problems().forEach(problems::add);
        return new Answer(202, 0, body);
    }

    /** The service runs. */
    static Answer up() {
        return new Answer(200, 0, JSON.createObjectNode().put("status", "up"));
    }

    /** It was not taken, and the caller can do something about it. */
    static Answer refused(int status, String reason) {
        return refused(status, reason, 0);
    }

    /** It was not taken, and may be sent again after a while. */
    static Answer refused(int status, String reason, int retryAfter) {
        return new Answer(status, retryAfter, JSON.createObjectNode().put("error", reason));
    }

    /** Sends it. */
    void send(Response response, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        if (retryAfter > 0) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, retryAfter);
        }
        if (status == 401) {
            response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
        }
        byte[] bytes = (body + "\n").getBytes(StandardCharsets.UTF_8);
        response.write(true, ByteBuffer.wrap(bytes), callback);
    }
}
