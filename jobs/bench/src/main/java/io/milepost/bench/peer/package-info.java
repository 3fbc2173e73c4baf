/**
 * The peer: the same contracts and the same logic of lines in Kafka Streams. It runs in a JVM of
 * its own, since Flink and Kafka Streams bring different versions of RocksDB under the same names.
 */
package io.milepost.bench.peer;
