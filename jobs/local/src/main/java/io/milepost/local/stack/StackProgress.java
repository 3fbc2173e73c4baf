package io.milepost.local.stack;

import java.time.Duration;

/** Is told how the start of a stack goes on; called from several threads, one call at a time. */
public interface StackProgress {
    /** Shows nothing. */
    StackProgress SILENT =
            new StackProgress() {
                @Override
                public void starting(StackService service) {}

                @Override
                public void ready(StackService service, String address, Duration took) {}
            };

    /** A service is being started. */
    void starting(StackService service);

    /**
     * A service is of use.
     *
     * @param address where it listens: host and port, or a URL
     * @param took since its start
     */
    void ready(StackService service, String address, Duration took);
}
