package io.milepost.odoo.contract;

import static io.milepost.events.CommandOutcome.APPLIED;
import static io.milepost.events.CommandOutcome.DUPLICATE;
import static io.milepost.odoo.contract.TestCommands.command;
import static io.milepost.odoo.contract.TestServer.is;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.events.CommandKind;
import io.milepost.events.OdooCommand;
import io.milepost.odoo.updates.CommandResult;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What commands say to people: notes, messages and activities. */
interface ChatterContract extends KindsBench {

    @Test
    default void notesAndMessagesAreWrittenAsText() throws Exception {
        List<Long> ids = odoo().order(1);
        CommandResult note =
                apply(
                        command(CommandKind.POST_NOTE, ids.get(0), ids.get(1))
                                .setNote("60 < 100 & more")
                                .build());
        CommandResult message =
                apply(
                        command(CommandKind.POST_MESSAGE, ids.get(0), null)
                                .setNote("for everybody")
                                .build());

        assertThat(note.outcome()).isEqualTo(APPLIED);
        long id = made(note);
        assertThat(odoo().text("mail.message", id, "body")).contains("60 &lt; 100 &amp; more");
        assertThat(odoo().text("mail.message", id, "message_type")).isEqualTo("notification");
        assertThat(message.outcome()).isEqualTo(APPLIED);
        assertThat(odoo().messages(ids.get(0), "for everybody")).isOne();
        assertThat(odoo().text("mail.message", made(message), "message_type")).isEqualTo("comment");
    }

    @Test
    default void anActivityIsMadeForTheRightUserAndDoneOnce() throws Exception {
        List<Long> ids = odoo().order(1);
        OdooCommand review =
                command(CommandKind.REVIEW_ACTIVITY, ids.get(0), ids.get(1))
                        .setNote("only 60")
                        .build();
        CommandResult reviewed = apply(review);
        CommandResult assigned =
                apply(
                        command(CommandKind.ASSIGN_ACTIVITY, ids.get(0), null)
                                .setNote("please call")
                                .setAssignee(odoo().run)
                                .build());
        long buyer = user("mail.activity", made(reviewed));
        CommandResult done = apply(completed(review));
        CommandResult again = apply(completed(review));

        assertThat(reviewed.outcome()).isEqualTo(APPLIED);
        assertThat(buyer).isEqualTo(user("purchase.order", ids.get(0)));
        assertThat(assigned.outcome()).isEqualTo(APPLIED);
        assertThat(user("mail.activity", made(assigned)))
                .isEqualTo(odoo().find("res.users", is("login", odoo().run)).get(0))
                .isNotEqualTo(buyer);
        assertThat(done.outcome()).isEqualTo(APPLIED);
        assertThat(again.outcome()).isEqualTo(DUPLICATE);
        assertThat(
                        odoo().find(
                                        "mail.activity",
                                        is("res_model", "purchase.order"),
                                        is("res_id", ids.get(0))))
                .containsExactly(made(assigned));
        assertThat(odoo().text("mail.activity", made(assigned), "note")).contains("please call");
    }

    /** Whom a record belongs to; some versions name the user with the id. */
    private long user(String model, long id) throws Exception {
        JsonNode user = odoo().read(model, id, "user_id").path("user_id");
        return (user.isArray() ? user.path(0) : user).asLong();
    }

    private static OdooCommand completed(OdooCommand earlier) {
        return command(CommandKind.COMPLETE_ACTIVITY, null, null)
                .setRefersTo(earlier.getCommandId())
                .setNote("confirmed since")
                .build();
    }
}
