package io.milepost.odoo.embedded.action;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Where a shard stands.
 *
 * @param id its row in the ledger; 0 if there is none
 * @param name the shard
 * @param epoch how often it was claimed
 * @param seq the last sequence that was decided, decimal
 */
record Shard(long id, String name, long epoch, String seq) {

    ObjectNode told() {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        return told.put("shard", name).put("epoch", epoch).put("seq", seq);
    }
}
