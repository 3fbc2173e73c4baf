package io.milepost.cli.demo;

import io.milepost.cli.options.Port;
import io.milepost.cli.run.StackPorts;
import picocli.CommandLine.Option;

/** Where what the demo starts listens. */
final class PortOptions {

    @Option(
            names = "--ui-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            converter = Port.class,
            description = "Port of Flink's web UI, 0 for a free one (default: ${DEFAULT-VALUE}).")
    private int ui;

    @Option(
            names = "--broker-port",
            paramLabel = "PORT",
            defaultValue = "9092",
            converter = Port.class,
            description = "Port of the Kafka broker, 0 for a free one (default: ${DEFAULT-VALUE}).")
    private int broker;

    @Option(
            names = "--registry-port",
            paramLabel = "PORT",
            defaultValue = "8085",
            converter = Port.class,
            description =
                    "Port of the schema registry, 0 for a free one (default: ${DEFAULT-VALUE}).")
    private int registry;

    StackPorts ports() {
        return new StackPorts(broker, registry, ui);
    }
}
