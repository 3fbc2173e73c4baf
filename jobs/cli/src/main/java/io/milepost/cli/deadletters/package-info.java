/** The commands about dead letters: list, show, replay. */
package io.milepost.cli.deadletters;
