package io.milepost.odoo.changes.source;

import io.milepost.odoo.changes.Origin;
import io.milepost.odoo.changes.ReaderSettings;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How a source of changes works. Travels in the job graph.
 *
 * @param connection how Odoo is reached
 * @param instance name of the Odoo instance in the line keys
 * @param companies database ids of the companies whose changes are read; empty for all that the
 *     user may see
 * @param reader how streams are read
 * @param pollEvery how long is waited when there is nothing to read
 * @param hints where hints are listened for that end a wait; {@code null} for nowhere
 */
public record ChangesSourceSettings(
        ChangesConnection connection,
        String instance,
        List<Long> companies,
        ReaderSettings reader,
        Duration pollEvery,
        HintSettings hints)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * Checks all of it.
     *
     * @throws IllegalArgumentException if something is wrong
     */
    public ChangesSourceSettings {
        Objects.requireNonNull(connection, "connection");
        Objects.requireNonNull(reader, "reader");
        companies = List.copyOf(companies);
        Origin.check(instance, 1);
        companies.forEach(company -> Origin.check(instance, company));
        if (pollEvery == null || pollEvery.isNegative() || pollEvery.isZero()) {
            throw new IllegalArgumentException(
                    "odoo.changes.poll-every: must be > 0 but was " + pollEvery);
        }
    }
}
