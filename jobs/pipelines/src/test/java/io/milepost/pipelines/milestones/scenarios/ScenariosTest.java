package io.milepost.pipelines.milestones.scenarios;

import io.milepost.scenarios.Layer;
import io.milepost.scenarios.LayerTests;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The scenarios of the feature files through the operators of the job. */
class ScenariosTest {

    private final LayerTests tests = LayerTests.of(Layer.OPERATORS, OperatorsStage::new);

    @TestFactory
    Stream<DynamicTest> hold() {
        return tests.hold();
    }

    @TestFactory
    Stream<DynamicTest> aWrongSentenceIsFoundOut() {
        return tests.findWrongSentences();
    }

    @TestFactory
    Stream<DynamicTest> endTheSameWhenReplayedAtFullSpeed() {
        return tests.endTheSame();
    }
}
