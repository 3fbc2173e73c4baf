/** How long it takes from a deadline to its alert. */
package io.milepost.bench.latency;
