/** What one more event costs a line that has many, without Flink, Kafka and RocksDB. */
package io.milepost.bench.line;
