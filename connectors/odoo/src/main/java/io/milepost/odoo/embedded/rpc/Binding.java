package io.milepost.odoo.embedded.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.model.Arguments;
import io.milepost.odoo.embedded.model.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings what was sent and what a method takes together. */
final class Binding {

    /** Arguments that do not fit. */
    static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unfit(String message) {
            super(message);
        }
    }

    private Binding() {}

    static Arguments bind(Method method, Rpc rpc) {
        List<String> names = method.parameters().stream().map(Binding::plain).toList();
        Map<String, JsonNode> named = new LinkedHashMap<>();
        if (rpc.positional().size() > names.size()) {
            throw new Unfit("too many positional arguments");
        }
        for (int i = 0; i < rpc.positional().size(); i++) {
            named.put(names.get(i), rpc.positional().get(i));
        }
        named.putAll(rpc.named());
        for (String parameter : method.parameters()) {
            if (!parameter.endsWith("?") && !named.containsKey(parameter)) {
                throw new Unfit("missing a required argument: '%s'".formatted(parameter));
            }
        }
        for (String name : named.keySet()) {
            if (!names.contains(name)) {
                throw new Unfit("got an unexpected keyword argument '%s'".formatted(name));
            }
        }
        return new Arguments(rpc.ids() == null ? List.of() : rpc.ids(), named);
    }

    /** As the older wire tells it. */
    static OdooError asTypeError(Rpc rpc, Unfit unfit) {
        return OdooError.type("%s() %s".formatted(rpc.method(), unfit.getMessage()));
    }

    private static String plain(String parameter) {
        return parameter.endsWith("?") ? parameter.substring(0, parameter.length() - 1) : parameter;
    }
}
