/** What partners' messages cost: by format, and in one long interchange. */
package io.milepost.bench.partners;
