package io.milepost.pipelines.changes;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * How change records of Odoo's database are read. Travels in the job graph.
 *
 * @param topic full name of the topic that they lie in
 * @param instance name of the Odoo instance in the line keys
 * @param companies database ids of the companies whose changes are told; empty for all
 * @param language whose words are taken of translated names
 */
record CaptureSettings(String topic, String instance, List<Long> companies, String language)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    CaptureSettings {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(instance, "instance");
        Objects.requireNonNull(language, "language");
        companies = List.copyOf(companies);
    }

    boolean tells(long company) {
        return companies.isEmpty() || companies.contains(company);
    }
}
