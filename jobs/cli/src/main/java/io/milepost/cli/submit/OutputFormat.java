package io.milepost.cli.submit;

/** How a result is written. */
enum OutputFormat {
    /** Lines for people. */
    TEXT,
    /** One line of JSON for programs. */
    JSON
}
