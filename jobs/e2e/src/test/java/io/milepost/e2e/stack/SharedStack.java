package io.milepost.e2e.stack;

import io.milepost.local.stack.EmbeddedStack;
import io.milepost.local.stack.StackOptions;
import io.milepost.local.stack.StackProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One embedded stack for all tests of a run: broker and registry in their own processes, two
 * TaskManagers. Tests keep apart by the prefix of their topics.
 */
public final class SharedStack implements ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(SharedStack.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == EmbeddedStack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Started.class, key -> new Started(), Started.class)
                .stack;
    }

    /** Closed by JUnit after the last test. */
    private static final class Started implements AutoCloseable {

        private final EmbeddedStack stack;

        Started() {
            try {
                stack =
                        EmbeddedStack.start(
                                StackOptions.defaults()
                                        .withFolder(Path.of("target", "stack"))
                                        .withTaskManagers(2, 2)
                                        .withFlink(
                                                Map.of(
                                                        "restart-strategy.type",
                                                        "fixed-delay",
                                                        "restart-strategy.fixed-delay.attempts",
                                                        "100",
                                                        "restart-strategy.fixed-delay.delay",
                                                        "200 ms")),
                                StackProgress.SILENT);
            } catch (IOException e) {
                throw new IllegalStateException("the embedded stack cannot be started", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while the stack started", e);
            }
        }

        @Override
        public void close() {
            stack.close();
        }
    }
}
