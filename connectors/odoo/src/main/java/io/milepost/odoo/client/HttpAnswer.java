package io.milepost.odoo.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Duration;

/**
 * What came back over HTTP.
 *
 * @param status the status code
 * @param body the whole body
 * @param retryAfter how long the server asked to wait; {@code null} if it did not
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record HttpAnswer(int status, byte[] body, Duration retryAfter) {

    /** Whether the server says that the call went well. */
    boolean isOk() {
        return status >= 200 && status < 300;
    }

    /** The body as JSON; a missing node if it is none. */
    JsonNode json() {
        try {
            return OdooJson.read(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
