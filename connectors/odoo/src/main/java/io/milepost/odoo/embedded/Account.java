package io.milepost.odoo.embedded;

/**
 * A user of the double, with secrets that are worth nothing anywhere else.
 *
 * @param uid database id
 * @param login name
 * @param password for {@code /jsonrpc}
 * @param key API key, for both wires
 */
public record Account(long uid, String login, String password, String key) {

    @Override
    public String toString() {
        return "Account[uid=" + uid + ", login=" + login + "]";
    }
}
