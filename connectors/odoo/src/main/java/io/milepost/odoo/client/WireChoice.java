package io.milepost.odoo.client;

/** Which wire a client speaks. */
public enum WireChoice {
    /** By the server's version: {@link #JSON_RPC} up to 18, {@link #JSON_2} from 19. */
    BY_VERSION,
    /** {@code /jsonrpc} with {@code execute_kw}: key or password; every version up to 19. */
    JSON_RPC,
    /** {@code /json/2/<model>/<method>}: key only; from version 19. */
    JSON_2
}
