/** The terminal: what it can show, and a picture that is redrawn in place. */
package io.milepost.cli.terminal;
