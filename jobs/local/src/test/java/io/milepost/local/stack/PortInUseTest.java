package io.milepost.local.stack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortInUseTest {
    @Test
    void everyTakenPortIsNamedWithItsServiceAndTheWayOut() throws Exception {
        try (var first = listening();
                var second = listening()) {
            var options =
                    StackOptions.defaults()
                            .withPorts(first.getLocalPort(), 0, second.getLocalPort());

            assertThatThrownBy(() -> EmbeddedStack.start(options, StackProgress.SILENT))
                    .isInstanceOf(PortInUseException.class)
                    .hasMessage(
                            "port %d (Kafka broker) is already in use on 127.0.0.1; another demo"
                                + " running? choose another with --broker-port\n"
                                + "port %d (Flink web UI) is already in use on 127.0.0.1; another"
                                + " demo running? choose another with --ui-port",
                            first.getLocalPort(), second.getLocalPort());
        }
    }

    @Test
    void aPortThatIsAskedForTwiceIsRefused() throws Exception {
        var port = Ports.free();
        var options = StackOptions.defaults().withPorts(0, port, port);

        assertThatThrownBy(() -> EmbeddedStack.start(options, StackProgress.SILENT))
                .isInstanceOf(PortInUseException.class)
                .hasMessage(
                        "port %d is asked for twice, for the schema registry and the Flink web UI;"
                                + " choose another with --ui-port",
                        port);
    }

    @Test
    void aPortOutOfRangeIsRefused() {
        assertThatThrownBy(() -> StackOptions.defaults().withPorts(0, 70_000, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("registryPort: must be between 0 and 65535 but was 70000");
    }

    private static ServerSocket listening() throws Exception {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
