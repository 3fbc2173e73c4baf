package io.milepost.e2e.intake;

import io.milepost.cli.QuietLogs;
import io.milepost.cli.intake.IntakeService;
import io.milepost.cli.options.Brokers;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.registry.RegistryConnection;
import io.milepost.partners.intake.InboundLog;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The intake broken on purpose: it says that it has a message, and brings it to Kafka later. */
public final class HastyIntakeMain {

    private static final Executor LATER = CompletableFuture.delayedExecutor(1, TimeUnit.HOURS);

    private HastyIntakeMain() {}

    /** Runs until it is killed. */
    public static void main(String[] arguments) throws Exception {
        QuietLogs.take();
        QuietLogs.toPeople();
        Map<String, String> given = new HashMap<>();
        for (String argument : List.of(arguments)) {
            if (argument.indexOf('=') > 0) {
                given.put(
                        argument.substring(2, argument.indexOf('=')),
                        argument.substring(argument.indexOf('=') + 1));
            }
        }
        Brokers.Connections to =
                new Brokers.Connections(
                        KafkaConnection.plain(
                                given.get("bootstrap-servers"), given.get("topic-prefix")),
                        RegistryConnection.plain(given.get("registry-url")));
        try (IntakeService service =
                IntakeService.start(Path.of(given.get("config")), to, HastyIntakeMain::hasty)) {
            System.out.println(service.json());
            new CountDownLatch(1).await();
        }
    }

    private static InboundLog hasty(InboundLog log) {
        return (key, piece) -> {
            CompletableFuture<Void> unused =
                    CompletableFuture.runAsync(() -> log.append(key, piece), LATER);
            return CompletableFuture.completedFuture(null);
        };
    }
}
