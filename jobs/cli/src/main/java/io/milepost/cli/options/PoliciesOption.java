package io.milepost.cli.options;

import io.milepost.cli.InputException;
import io.milepost.cli.policies.PolicyFiles;
import io.milepost.events.SlaPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Which service levels hold. */
public final class PoliciesOption {

    @Option(
            names = "--policies",
            paramLabel = "PATH",
            description =
                    "A YAML file of service-level rules, or a folder of such files (default: the"
                            + " rules that come with this command).")
    private Path path;

    /**
     * The file or folder that was named, or that of the program.
     *
     * @param otherwise name of a file that comes with the program
     */
    public String source(String otherwise) {
        return path == null ? PolicyFiles.bundledPath(otherwise) : path.toString();
    }

    /**
     * Reads the policies that were named, or those of the program.
     *
     * @param otherwise name of a file that comes with the program
     * @throws InputException with every problem
     */
    public List<SlaPolicy> read(String otherwise) throws IOException {
        try {
            return path == null ? PolicyFiles.bundled(otherwise) : PolicyFiles.read(path);
        } catch (IOException e) {
            throw new InputException("the policies cannot be used\n" + e.getMessage(), e);
        }
    }
}
