/** Options that several commands have, and what their values may be. */
package io.milepost.cli.options;
