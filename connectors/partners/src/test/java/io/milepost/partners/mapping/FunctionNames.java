package io.milepost.partners.mapping;

import com.schibsted.spt.data.jslt.Function;
import java.util.List;

/** The names of the functions that templates have beside JSLT's own. */
public final class FunctionNames {

    private FunctionNames() {}

    /** All of them. */
    public static List<String> all() {
        return TemplateFunctions.of(Templates.TERMS).stream().map(Function::getName).toList();
    }
}
