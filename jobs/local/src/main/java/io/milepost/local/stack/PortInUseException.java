package io.milepost.local.stack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One or more of the ports that were asked for are taken. The message has a line for each. Nothing
 * was started.
 */
public final class PortInUseException extends StackStartException {
    private static final long serialVersionUID = 1L;

    private PortInUseException(List<String> problems) {
        super(String.join("\n", problems), null);
    }

    /**
     * Looks at all fixed ports.
     *
     * @throws PortInUseException if one of them is taken, or asked for twice
     */
    static void check(StackOptions options) throws PortInUseException {
        var problems = new ArrayList<String>();
        Map<Integer, StackService> owners = new HashMap<>();
        for (var service : StackService.values()) {
            var port = options.port(service);
            if (port == 0) {
                continue;
            }
            var other = owners.putIfAbsent(port, service);
            if (other != null) {
                problems.add(
                        "port %d is asked for twice, for the %s and the %s; choose another with %s"
                                .formatted(
                                        port,
                                        other.title(),
                                        service.title(),
                                        service.portOption()));
            } else if (!Ports.isFree(port)) {
                problems.add(
                        "port %d (%s) is already in use on 127.0.0.1; another demo running? choose another with %s"
                                .formatted(port, service.title(), service.portOption()));
            }
        }
        if (!problems.isEmpty()) {
            throw new PortInUseException(problems);
        }
    }
}
