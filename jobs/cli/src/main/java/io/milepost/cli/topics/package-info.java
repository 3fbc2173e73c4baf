/** The commands about topics: create, describe. */
package io.milepost.cli.topics;
