package io.milepost.partners.delivery;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/**
 * The courier of each channel.
 *
 * @param http for partners with a URL
 * @param folder for partners with a folder
 */
public record Couriers(Courier http, Courier folder) implements Courier {

    @Override
    public CompletableFuture<Outcome> bring(Parcel parcel) {
        return (parcel.terms().url() == null ? folder : http).bring(parcel);
    }

    @Override
    public void close() throws IOException {
        try (http) {
            folder.close();
        }
    }
}
