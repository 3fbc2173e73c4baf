/**
 * What an event costs, in CPU time and side by side: machines are noisy, so only ratios of figures
 * from one run say anything.
 */
package io.milepost.bench;
