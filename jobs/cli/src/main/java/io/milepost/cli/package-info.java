/** The command line: {@code milepost demo}, {@code milepost replay}. */
package io.milepost.cli;
