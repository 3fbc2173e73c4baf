package io.milepost.odoo.setup;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.client.OdooException;
import io.milepost.odoo.updates.UpdateAction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who may do what with a model. The action itself writes the ledger for the bot. */
final class AccessPiece implements Piece {

    private static final String MODEL = "ir.model.access";
    private static final List<String> RIGHTS =
            List.of("perm_read", "perm_write", "perm_create", "perm_unlink");

    private final Records records;
    private final GroupPiece group;
    private final String model;
    private final String name;
    private final int rights;

    /**
     * @param group the group; {@code null} for administrators
     * @param rights how many of read, write, create, delete
     */
    private AccessPiece(Records records, GroupPiece group, String model, int rights) {
        this.records = records;
        this.group = group;
        this.model = model;
        this.name = "milepost " + model + (group == null ? " administrators" : "");
        this.rights = rights;
    }

    static List<AccessPiece> all(Records records, GroupPiece group, Set<Feature> features) {
        List<AccessPiece> all = new ArrayList<>();
        all.add(new AccessPiece(records, group, UpdateAction.LEDGER, 1));
        all.add(new AccessPiece(records, null, UpdateAction.LEDGER, RIGHTS.size()));
        all.add(new AccessPiece(records, group, ModelPiece.EFFECTS, 1));
        all.add(new AccessPiece(records, null, ModelPiece.EFFECTS, RIGHTS.size()));
        if (features.contains(Feature.PRICES)) {
            // Read, write, create: otherwise the bot would have to be a purchase administrator.
            all.add(new AccessPiece(records, group, "product.supplierinfo", RIGHTS.size() - 1));
        }
        return all;
    }

    @Override
    public String what() {
        return "access of %s to %s: %s"
                .formatted(
                        group == null ? "administrators" : "group " + GroupPiece.NAME,
                        model,
                        RIGHTS.subList(0, rights).stream()
                                .map(right -> right.substring("perm_".length()))
                                .toList());
    }

    @Override
    public SetupStep.State look() throws OdooException, InterruptedException {
        JsonNode rows = rows();
        if (rows.isEmpty()) {
            return SetupStep.State.CREATE;
        }
        Map<String, Object> wanted = wanted();
        for (String right : RIGHTS) {
            if (!wanted.get(right).equals(rows.get(0).path(right).asBoolean())) {
                return SetupStep.State.CHANGE;
            }
        }
        return rows.get(0).path("active").asBoolean()
                        && wanted.get("group_id")
                                .equals(rows.get(0).path("group_id").path(0).asLong())
                ? SetupStep.State.PRESENT
                : SetupStep.State.CHANGE;
    }

    @Override
    public void make() throws OdooException, InterruptedException {
        JsonNode rows = rows();
        Map<String, Object> wanted = wanted();
        if (rows.isEmpty()) {
            wanted.put("name", name);
            wanted.put("model_id", ModelPiece.id(records, model).orElseThrow());
            records.create(MODEL, wanted);
        } else {
            records.write(MODEL, rows.get(0).path("id").asLong(), wanted);
        }
    }

    private JsonNode rows() throws OdooException, InterruptedException {
        List<String> fields = new ArrayList<>(RIGHTS);
        fields.addAll(List.of("active", "group_id"));
        return records.read(MODEL, fields, Records.is("name", name));
    }

    private Map<String, Object> wanted() throws OdooException, InterruptedException {
        Map<String, Object> wanted = new LinkedHashMap<>();
        for (int right = 0; right < RIGHTS.size(); right++) {
            wanted.put(RIGHTS.get(right), right < rights);
        }
        Optional<Long> id = group == null ? records.external("base.group_system") : group.id();
        wanted.put("group_id", id.orElse(0L));
        wanted.put("active", true);
        return wanted;
    }
}
