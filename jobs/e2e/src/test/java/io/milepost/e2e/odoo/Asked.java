package io.milepost.e2e.odoo;

import io.milepost.events.CommandKind;
import io.milepost.events.OdooCommand;
import io.milepost.local.feed.TimedEvent;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.TrustedEvents;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Commands as the milestones job asks them. */
final class Asked {

    static {
        TrustedEvents.trust();
    }

    /** When all of them became known. */
    static final Instant KNOWN_AT = Instant.parse("2026-12-01T08:00:00Z");

    private Asked() {}

    static OdooCommand date(Site.Line line, String id, String value, String expect) {
        return command(line, id, CommandKind.SET_LINE_DATE)
                .setValue(value)
                .setExpect(expect)
                .build();
    }

    static OdooCommand note(Site.Line line, String id, String words) {
        return command(line, id, CommandKind.POST_NOTE).setNote(words).build();
    }

    /** The same for a line of another Odoo. */
    static OdooCommand elsewhere(OdooCommand command) {
        return OdooCommand.newBuilder(command)
                .setLineKey(command.getLineKey().replaceFirst("^[^/]+", "another"))
                .build();
    }

    static OdooCommand review(Site.Line line, String id, String words) {
        return command(line, id, CommandKind.REVIEW_ACTIVITY).setNote(words).build();
    }

    private static OdooCommand.Builder command(Site.Line line, String id, CommandKind kind) {
        return OdooCommand.newBuilder()
                .setCommandId(id)
                .setLineKey(line.key())
                .setKind(kind)
                .setOrderId(line.order())
                .setLineId(line.line())
                .setFactIds(List.of("fact-" + id))
                .setKnownAt(KNOWN_AT);
    }

    static TimedEvent event(OdooCommand command) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, KNOWN_AT);
        return new TimedEvent(
                Catalogue.COMMANDS,
                command.getLineKey(),
                command,
                command.getLineKey(),
                micros,
                micros);
    }
}
