package io.milepost.odoo.client;

import com.fasterxml.jackson.databind.JsonNode;
import okhttp3.Request;

/** One way of putting a call into HTTP and of reading what comes back. */
interface Wire {

    /** The request of a call that carries the whole context. */
    Request request(OdooCall call);

    /**
     * The result in an answer.
     *
     * @param where what was called, for messages
     * @throws OdooException if the answer is no result
     */
    JsonNode result(String where, HttpAnswer answer) throws OdooException;
}
