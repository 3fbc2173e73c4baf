package io.milepost.state;

import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyAttributes;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Tries every law with the seed that {@code -Dmilepost.seed} names, as all other tests that draw
 * from chance do. Without it each law draws its own seed and prints it when it fails. Found by
 * jqwik through its service file.
 */
public final class SeedOfLaws implements AroundPropertyHook {

    private static final String SEED = System.getProperty("milepost.seed");

    @Override
    public PropertyExecutionResult aroundProperty(
            PropertyLifecycleContext law, PropertyExecutor executor) {
        if (SEED != null) {
            PropertyAttributes attributes = law.attributes();
            attributes.setSeed(SEED);
            // What failed last time was drawn from another seed.
            attributes.setAfterFailure(AfterFailureMode.RANDOM_SEED);
        }
        return executor.execute();
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }
}
