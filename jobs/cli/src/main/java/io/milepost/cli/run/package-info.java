/** Runs a feed through the milestones job and shows how it goes. */
package io.milepost.cli.run;
