package io.milepost.odoo.setup;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.client.OdooException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The user that Milepost works as: a member of the group, with an e-mail address. */
final class BotPiece implements Piece {

    private static final String MODEL = "res.users";

    private final Records records;
    private final GroupPiece group;
    private final SetupOptions options;

    BotPiece(Records records, GroupPiece group, SetupOptions options) {
        this.records = records;
        this.group = group;
        this.options = options;
    }

    @Override
    public String what() {
        return "user %s in group %s%s"
                .formatted(
                        options.botLogin(),
                        GroupPiece.NAME,
                        options.botEmail() == null ? "" : ", e-mail " + options.botEmail());
    }

    @Override
    public SetupStep.State look() throws OdooException, InterruptedException {
        Optional<JsonNode> bot = row();
        if (bot.isEmpty()) {
            return SetupStep.State.CREATE;
        }
        Optional<Long> id = group.id();
        boolean member = false;
        for (JsonNode each : bot.get().path(groups())) {
            member |= id.isPresent() && each.asLong() == id.get();
        }
        return member && !needsEmail(bot.get()) ? SetupStep.State.PRESENT : SetupStep.State.CHANGE;
    }

    @Override
    public void make() throws OdooException, InterruptedException {
        Optional<JsonNode> bot = row();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(groups(), List.of(List.of(4, group.id().orElseThrow())));
        if (bot.isEmpty()) {
            values.put("name", "Milepost");
            values.put("login", options.botLogin());
            values.put("tz", "UTC");
        }
        if (options.botEmail() != null && bot.map(this::needsEmail).orElse(true)) {
            values.put("email", options.botEmail());
        }
        if (bot.isEmpty()) {
            records.create(MODEL, values);
        } else {
            records.write(MODEL, bot.get().path("id").asLong(), values);
        }
    }

    private boolean needsEmail(JsonNode bot) {
        return options.botEmail() != null && bot.path("email").asText("").isBlank()
                || options.botEmail() != null && bot.path("email").isBoolean();
    }

    private Optional<JsonNode> row() throws OdooException, InterruptedException {
        JsonNode rows =
                records.read(
                        MODEL, List.of("email", groups()), Records.is("login", options.botLogin()));
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }

    private String groups() throws OdooException, InterruptedException {
        return records.field(MODEL, "groups_id", "group_ids");
    }
}
