/** What the sentences after "Then" ask of the records that came out. */
package io.milepost.scenarios.checks;
