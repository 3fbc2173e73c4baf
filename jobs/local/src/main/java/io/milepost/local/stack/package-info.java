/**
 * The embedded stack: a real Kafka broker and a real schema registry, each in a JVM of its own, and
 * a Flink mini cluster in ours. Everything listens on 127.0.0.1 only and ends with us, however we
 * end.
 *
 * <p>Start it with {@link io.milepost.local.stack.EmbeddedStack#start}. It knows no job and no
 * topic.
 */
package io.milepost.local.stack;
