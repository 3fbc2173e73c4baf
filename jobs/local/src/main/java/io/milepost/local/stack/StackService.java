package io.milepost.local.stack;

/** A part of the embedded stack that listens on a port. */
public enum StackService {
    /** The Kafka broker's listener for clients. */
    BROKER("broker", "Kafka broker", "--broker-port"),
    /** The schema registry's HTTP listener. */
    REGISTRY("registry", "schema registry", "--registry-port"),
    /** Flink's web UI and REST API. */
    FLINK("flink", "Flink web UI", "--ui-port");

    private final String folder;
    private final String title;
    private final String portOption;

    StackService(String folder, String title, String portOption) {
        this.folder = folder;
        this.title = title;
        this.portOption = portOption;
    }

    /** Name of its data folder and of its log, such as {@code "broker"}. */
    String folder() {
        return folder;
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
