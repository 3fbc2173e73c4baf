package io.milepost.odoo.embedded.base;

import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.store.Row;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Groups of users, those that they imply included. */
public final class Groups {

    private Groups() {}

    /** The field of users that holds them: renamed in 19. */
    public static String field(Env env) {
        return env.series() < 19 ? "groups_id" : "group_ids";
    }

    /** The ids of a user's groups. */
    public static Set<Long> of(Env env, long uid) {
        Row user = env.find("res.users", uid);
        Set<Long> all = new HashSet<>();
        Deque<Long> next = new ArrayDeque<>(user == null ? List.of() : user.ids(field(env)));
        while (!next.isEmpty()) {
            long group = next.pop();
            if (all.add(group)) {
                next.addAll(env.row("res.groups", group).ids("implied_ids"));
            }
        }
        return all;
    }

    /** Whether a user is in a group, named by its external id. */
    public static boolean has(Env env, long uid, String xmlid) {
        Long group = ExternalIds.find(env, xmlid);
        return group != null && of(env, uid).contains(group);
    }

    /** The group's full name. */
    static String title(Env env, String xmlid) {
        return env.row("res.groups", ExternalIds.find(env, xmlid)).text("full_name");
    }
}
