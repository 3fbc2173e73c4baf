/** The jobs that are compared, from the cheapest up. */
package io.milepost.bench.rung;
