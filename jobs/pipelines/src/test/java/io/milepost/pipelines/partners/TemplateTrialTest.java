package io.milepost.pipelines.partners;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.kafka.admin.UnsafeStartException;
import org.junit.jupiter.api.Test;

class TemplateTrialTest {

    @Test
    void templatesWorkHere() {
        assertThatCode(TemplateTrial::require).doesNotThrowAnyException();
    }

    @Test
    void aJobDoesNotStartWhereTheyDoNot() {
        assertThatThrownBy(
                        () ->
                                TemplateTrial.require(
                                        profile -> {
                                            if (profile.equals("generic-ubl")) {
                                                throw new NoSuchMethodError("asText");
                                            }
                                        }))
                .isInstanceOf(UnsafeStartException.class)
                .hasMessage(
                        "not safe to start, 1 problem:\n"
                                + " - profile generic-ubl: expected its templates to work in this"
                                + " program but found java.lang.NoSuchMethodError: asText");
    }
}
