package io.milepost.odoo.updates;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The code of the server action that applies commands inside Odoo. It answers its own version and
 * hash, because nobody but an administrator may read the code.
 */
public final class ActionCode {

    /** Version of the protocol between this release and the action. */
    public static final int VERSION = 1;

    /** Name of the action in Odoo. */
    public static final String NAME = "Milepost";

    private static final List<String> PARTS =
            List.of(
                    "milepost_apply.py",
                    "milepost_orders.py",
                    "milepost_receipts.py",
                    "milepost_prices.py",
                    "milepost_ledger.py");
    private static final String PLACE_OF_HASH = "@hash@";

    private ActionCode() {}

    /** SHA-256 of the code, in hexadecimal. */
    public static String hash() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(source().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    /** The code as it is stored in Odoo: it knows its hash. */
    public static String text() {
        return source().replace(PLACE_OF_HASH, hash());
    }

    private static String source() {
        return PARTS.stream().map(ActionCode::part).collect(Collectors.joining("\n\n"));
    }

    private static String part(String name) {
        try (InputStream stream = ActionCode.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The resource " + name + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
