package io.milepost.local.stack;

/** A part of the embedded stack that listens on a port. */
public enum StackService {
    /** The Kafka broker's listener for clients. */
    BROKER("Kafka broker", "--broker-port"),
    /** The schema registry's HTTP listener. */
    REGISTRY("schema registry", "--registry-port"),
    /** Flink's web UI and REST API. */
    FLINK("Flink web UI", "--ui-port");

    private final String title;
    private final String portOption;

    StackService(String title, String portOption) {
        this.title = title;
        this.portOption = portOption;
    }

    /** Name for people, such as {@code "Kafka broker"}. */
    public String title() {
        return title;
    }

    /** Option of the command line that chooses the port. */
    public String portOption() {
        return portOption;
    }
}
