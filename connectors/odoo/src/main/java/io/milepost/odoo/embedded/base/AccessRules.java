package io.milepost.odoo.embedded.base;

import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.model.Model;
import io.milepost.odoo.embedded.model.Rights;
import io.milepost.odoo.embedded.store.Row;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who may do what, as far as it was measured: models that are not named here are open to every
 * user, models that were made over the wire to those whom an access record names.
 */
public final class AccessRules implements Rights {
    private static final Set<String> CHANGES = Set.of("create", "write", "unlink");
    private static final Map<String, String> VERBS =
            Map.of("create", "create", "write", "modify", "unlink", "delete", "read", "access");
    private static final List<String> SETTINGS = List.of("base.group_system");
    private static final List<String> ACCESS_RIGHTS = List.of("base.group_erp_manager");
    private static final List<String> MANAGERS =
            List.of("stock.group_stock_manager", "purchase.group_purchase_manager");
    private static final Map<String, List<String>> GROUPS_BY_MODEL =
            Map.ofEntries(
                    Map.entry("ir.actions.server", SETTINGS),
                    Map.entry("ir.model", SETTINGS),
                    Map.entry("ir.model.fields", SETTINGS),
                    Map.entry("ir.model.access", ACCESS_RIGHTS),
                    Map.entry("ir.model.data", ACCESS_RIGHTS),
                    Map.entry("base.automation", SETTINGS),
                    Map.entry("res.users", ACCESS_RIGHTS),
                    Map.entry("res.groups", ACCESS_RIGHTS),
                    Map.entry("res.company", ACCESS_RIGHTS),
                    Map.entry("product.supplierinfo", MANAGERS),
                    Map.entry("product.product", MANAGERS),
                    Map.entry("product.template", MANAGERS),
                    Map.entry(
                            "res.partner",
                            List.of(
                                    "base.group_partner_manager",
                                    "stock.group_stock_manager",
                                    "purchase.group_purchase_manager",
                                    "sales_team.group_sale_manager")));

    @Override
    public boolean allows(Env env, Model model, String operation) {
        if (env.superuser()) {
            return true;
        }
        if (model.name().startsWith("x_")) {
            return isGranted(env, model, operation);
        }
        List<String> groups = GROUPS_BY_MODEL.get(model.name());
        return !CHANGES.contains(operation)
                || groups == null
                || groups.stream().anyMatch(group -> Groups.has(env, env.uid(), group))
                || isGranted(env, model, operation);
    }

    @Override
    public void require(Env env, Model model, String operation) {
        if (!allows(env, model, operation)) {
            throw OdooError.access(refusal(env, model, operation));
        }
    }

    private static boolean isGranted(Env env, Model model, String operation) {
        List<Row> models = env.by("ir.model", "model", model.name());
        Set<Long> groups = Groups.of(env, env.uid());
        return models.stream()
                .flatMap(row -> env.by("ir.model.access", "model_id", row.id()).stream())
                .filter(access -> access.flag("perm_" + operation) && access.flag("active"))
                .anyMatch(
                        access ->
                                access.ref("group_id") == null
                                        || groups.contains(access.ref("group_id")));
    }

    private static String refusal(Env env, Model model, String operation) {
        List<String> groups = GROUPS_BY_MODEL.getOrDefault(model.name(), List.of());
        StringBuilder text = new StringBuilder();
        text.append(
                "You are not allowed to %s '%s' (%s) records.\n\n"
                        .formatted(VERBS.get(operation), model.title(), model.name()));
        if (groups.isEmpty()) {
            text.append("No group currently allows this operation.\n");
        } else {
            text.append("This operation is allowed for the following groups:\n");
            new HashSet<>(groups)
                    .stream()
                            .map(group -> Groups.title(env, group))
                            .sorted(Comparator.naturalOrder())
                            .forEach(title -> text.append("\t- ").append(title).append('\n'));
        }
        return text.append("\nContact your administrator to request access if necessary.")
                .toString();
    }
}
