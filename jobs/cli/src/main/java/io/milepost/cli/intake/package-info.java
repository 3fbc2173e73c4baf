/** The command that takes what partners send. */
package io.milepost.cli.intake;
