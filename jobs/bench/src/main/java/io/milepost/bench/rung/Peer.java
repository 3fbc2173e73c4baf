package io.milepost.bench.rung;

import io.milepost.bench.peer.PeerProcess;
import java.time.Duration;
import org.apache.flink.util.TimeUtils;

/** The peer, in its own JVM. */
public final class Peer implements Rung, AutoCloseable {

    private PeerProcess process;

    @Override
    public String name() {
        return "peer";
    }

    @Override
    public String title() {
        return "Kafka Streams";
    }

    @Override
    public Measured run(Site site) throws Exception {
        if (process == null) {
            process = PeerProcess.start();
        }
        Duration interval =
                TimeUtils.parseDuration(site.flink().get("execution.checkpointing.interval"));
        return process.run(
                site.kafka(), site.registry(), site.unique("bench-peer"), interval.toMillis());
    }

    @Override
    public void close() throws Exception {
        if (process != null) {
            process.close();
        }
    }
}
