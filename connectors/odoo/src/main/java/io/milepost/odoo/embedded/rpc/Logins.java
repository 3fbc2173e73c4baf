package io.milepost.odoo.embedded.rpc;

import io.milepost.odoo.embedded.store.Row;
import io.milepost.odoo.embedded.store.Store;
import io.milepost.odoo.embedded.store.Transaction;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** Who is who: by login and password, or by a key in the password's place. */
public final class Logins {
    private final Map<String, Long> keys = new ConcurrentHashMap<>();
    private final Store store;

    /** Looks users up in a database. */
    public Logins(Store store) {
        this.store = store;
    }

    /** Gives a user a key. */
    public void addKey(long uid, String key) {
        keys.put(key, uid);
    }

    /** Takes a key away. */
    public void revoke(String key) {
        keys.remove(key);
    }

    /** The user behind a key. */
    public OptionalLong byKey(String key) {
        Long uid = keys.get(key);
        return uid == null ? OptionalLong.empty() : OptionalLong.of(uid);
    }

    /** The user behind a login with a password or key. */
    public OptionalLong authenticate(String login, String secret) {
        try (Transaction transaction = store.begin()) {
            List<Row> users = transaction.scan("res.users").with("login", List.of(login));
            return users.stream()
                    .filter(user -> proves(user, secret))
                    .mapToLong(Row::id)
                    .findFirst();
        }
    }

    /** Whether there is such a user. */
    public boolean exists(long uid) {
        try (Transaction transaction = store.begin()) {
            return transaction.get("res.users", uid) != null;
        }
    }

    /** Whether a secret is a user's password or key. */
    public boolean proves(long uid, String secret) {
        try (Transaction transaction = store.begin()) {
            Row user = transaction.get("res.users", uid);
            return user != null && proves(user, secret);
        }
    }

    private boolean proves(Row user, String secret) {
        Long owner = keys.get(secret);
        return secret.equals(user.text("password")) || owner != null && owner == user.id();
    }
}
