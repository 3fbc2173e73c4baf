package io.milepost.partners.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Partners' secrets, one file each, named as in their profiles, as secrets are mounted. A file is
 * read each time, so that one that is replaced counts from then on.
 *
 * @param folder the folder; {@code null} if there are none
 */
record SecretFolder(Path folder) {

    /**
     * A secret, without the line break behind it.
     *
     * @throws IOException if it is not there; the message has no secret
     */
    String read(String name) throws IOException {
        if (folder == null) {
            throw new IOException(
                    "secret " + name + ": expected the setting secrets-folder but found none");
        }
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new IOException("secret " + name + ": expected a file in the secrets folder");
        }
        return Files.readString(file).strip();
    }
}
