package io.milepost.partners.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** The text of a file as nodes, which know their lines. */
public final class YamlFile {

    private YamlFile() {}

    /**
     * Reads the text.
     *
     * @param file how messages name it
     * @return empty if it is no YAML, which is then a problem, or if there is nothing in it
     */
    public static Optional<Node> compose(String file, String yaml, Problems problems) {
        try {
            return new Compose(LoadSettings.builder().setLabel(file).build()).composeString(yaml);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            problems.add(line, "", "YAML", e.getProblem());
        } catch (YamlEngineException e) {
            problems.add(1, "", "YAML", e.getMessage());
        }
        return Optional.empty();
    }
}
