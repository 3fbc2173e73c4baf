package io.milepost.state.offences;

import java.nio.file.Path;

/** Breaks a rule on purpose: state with input. */
public final class ReadsFiles {
    Path file;
}
