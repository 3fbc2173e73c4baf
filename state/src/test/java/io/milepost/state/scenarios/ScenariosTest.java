package io.milepost.state.scenarios;

import io.milepost.scenarios.Layer;
import io.milepost.scenarios.LayerTests;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The scenarios of the feature files through the plain model. */
class ScenariosTest {

    private final LayerTests tests = LayerTests.of(Layer.MODEL, ModelStage::new);

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
