/** The commands about what a job remembers: inspect one line in a savepoint. */
package io.milepost.cli.state;
