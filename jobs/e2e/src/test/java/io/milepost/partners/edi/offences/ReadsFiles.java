package io.milepost.partners.edi.offences;

import java.nio.file.Path;

/** Breaks a rule on purpose: a reader with input of its own. */
public final class ReadsFiles {
    Path file;
}
