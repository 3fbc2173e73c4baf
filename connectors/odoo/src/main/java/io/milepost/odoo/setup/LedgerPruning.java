package io.milepost.odoo.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.milepost.odoo.client.OdooCall;
import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.client.OdooException;
import io.milepost.odoo.client.OdooJson;
import io.milepost.odoo.client.RecordIds;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Retention;
import io.milepost.schemas.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;

/**
 * Forgets outcomes of commands that nobody can ask for again. A command can come again as long as a
 * topic holds what it was made of, or a savepoint is kept from before it; one that was forgotten
 * would be done a second time. What was written last to a field is never forgotten.
 */
public final class LedgerPruning {

    /** How old a savepoint may be that is restored. */
    public static final Duration SAVEPOINTS = Duration.ofDays(30);

    /** The shortest age at which an outcome may go: what topics keep, and a savepoint's age. */
    public static final Duration SHORTEST = longestRetention().plus(SAVEPOINTS);

    private static final int AT_ONCE = 1000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private final OdooClient admin;
    private final Instant before;

    /**
     * @param admin as an administrator; the caller closes it
     * @param clock of this machine, in step with the server's
     * @param age how old an outcome has to be
     * @throws IllegalArgumentException if the age is shorter than {@link #SHORTEST}
     */
    public LedgerPruning(OdooClient admin, Clock clock, Duration age) {
        if (age.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(
                    "expected an age of %d days or more, but found %d: younger commands may come again"
                            .formatted(SHORTEST.toDays(), age.toDays()));
        }
        this.admin = admin;
        this.before = clock.instant().minus(age);
    }

    private static Duration longestRetention() {
        return Catalogue.all().stream()
                .map(Topic::retention)
                .map(Retention::time)
                .filter(Objects::nonNull)
                .max(Duration::compareTo)
                .orElseThrow();
    }

    /**
     * How many outcomes are that old.
     *
     * @throws OdooException if Odoo refuses or does not answer
     */
    public long count() throws OdooException, InterruptedException {
        return admin.call(
                        OdooCall.model(ModelPiece.EFFECTS, "search_count").with("domain", domain()))
                .asLong();
    }

    /**
     * Forgets them, a thousand at a time; what was begun and failed is gone on with by the next.
     *
     * @return how many were forgotten
     * @throws OdooException if Odoo refuses or does not answer
     */
    public long run() throws OdooException, InterruptedException {
        long forgotten = 0;
        for (List<Long> some = next(); !some.isEmpty(); some = next()) {
            admin.call(OdooCall.records(ModelPiece.EFFECTS, some, "unlink"));
            forgotten += some.size();
        }
        return forgotten;
    }

    private List<Long> next() throws OdooException, InterruptedException {
        JsonNode found =
                admin.call(
                        OdooCall.model(ModelPiece.EFFECTS, "search")
                                .with("domain", domain())
                                .option("limit", OdooJson.node(AT_ONCE))
                                .option("order", OdooJson.node("id")));
        return RecordIds.of(found);
    }

    /** Only commands have a kind; targets have the value that was written last. */
    private ArrayNode domain() {
        return OdooJson.array(
                OdooJson.array("x_kind", "!=", false),
                OdooJson.array("write_date", "<", TIME.format(before)));
    }
}
