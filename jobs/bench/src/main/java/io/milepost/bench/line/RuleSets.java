package io.milepost.bench.line;

import io.milepost.cli.policies.PolicyFiles;
import io.milepost.state.sla.Rule;
import io.milepost.state.sla.RuleBook;
import java.io.IOException;
import java.util.List;

/** Rules by the name of the file that they come in. */
public final class RuleSets {

    /** No rules. */
    static final String NONE = "none";

    private RuleSets() {}

    /** The rules of that file, or {@link #NONE}. */
    public static RuleBook named(String name) throws IOException {
        return name.equals(NONE)
                ? RuleBook.of(List.of())
                : RuleBook.of(PolicyFiles.bundled(name).stream().map(Rule::of).toList());
    }
}
