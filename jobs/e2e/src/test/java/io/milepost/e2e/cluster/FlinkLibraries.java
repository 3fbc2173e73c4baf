package io.milepost.e2e.cluster;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The class path of a Flink cluster: Flink, what it needs, and log4j, picked from the class path of
 * the tests. Nothing of Kafka, Avro, the registry or ours is among them: that is for the job jar to
 * bring.
 */
final class FlinkLibraries {

    private static final Set<String> PREFIXES =
            Set.of(
                    "async-profiler-",
                    "commons-cli-",
                    "commons-collections-",
                    "commons-compress-",
                    "commons-io-",
                    "commons-lang3-",
                    "commons-math3-",
                    "commons-text-",
                    "flink-",
                    "frocksdbjni-",
                    "javassist-",
                    "jsr305-",
                    "kryo-",
                    "log4j-",
                    "lz4-java-",
                    "minlog-",
                    "objenesis-",
                    "reflectasm-",
                    "slf4j-api-",
                    "snakeyaml-engine-",
                    "snappy-java-");

    private static final Set<String> OF_THE_JOB =
            Set.of("flink-connector-kafka-", "flink-connector-base-");

    private FlinkLibraries() {}

    /** The jars, in the order of the class path. */
    static List<Path> jars() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::isRegularFile)
                .filter(jar -> startsWithOneOf(jar, PREFIXES) && !startsWithOneOf(jar, OF_THE_JOB))
                .toList();
    }

    private static boolean startsWithOneOf(Path jar, Set<String> prefixes) {
        return prefixes.stream().anyMatch(jar.getFileName().toString()::startsWith);
    }
}
