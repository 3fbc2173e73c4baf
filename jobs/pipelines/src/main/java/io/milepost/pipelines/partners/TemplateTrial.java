package io.milepost.pipelines.partners;

import io.milepost.kafka.admin.UnsafeStartException;
import io.milepost.partners.mapping.TemplateException;
import io.milepost.partners.profile.PartnerMapper;
import io.milepost.partners.profile.PartnerProfiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Tries, where a job is submitted, whether templates work there: all that ship with the product are
 * made ready. Where they do not, such as beside other versions of their libraries, the job's tasks
 * would fail and start again for ever, and only their logs would say why.
 */
public final class TemplateTrial {

    private TemplateTrial() {}

    /** Makes a profile ready. */
    @FunctionalInterface
    interface Attempt {
        void at(String profile) throws IOException, TemplateException;
    }

    /**
     * Refuses a start where templates do not work.
     *
     * @throws UnsafeStartException listing what does not work
     */
    public static void require() {
        require(profile -> PartnerMapper.of(PartnerProfiles.shipped(profile)));
    }

    static void require(Attempt attempt) {
        List<String> problems = new ArrayList<>();
        for (String profile : PartnerProfiles.SHIPPED) {
            try {
                attempt.at(profile);
            } catch (IOException | TemplateException | LinkageError e) {
                problems.add(
                        "profile %s: expected its templates to work in this program but found %s"
                                .formatted(profile, e));
            }
        }
        if (!problems.isEmpty()) {
            throw new UnsafeStartException(problems);
        }
    }
}
