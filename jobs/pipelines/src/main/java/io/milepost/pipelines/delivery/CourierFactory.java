package io.milepost.pipelines.delivery;

import io.milepost.partners.delivery.Courier;
import io.milepost.partners.delivery.Couriers;
import io.milepost.partners.delivery.FolderCourier;
import io.milepost.partners.delivery.HttpCourier;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.InstantSource;

/** Travels in the job graph and opens a courier where it is used. */
@FunctionalInterface
interface CourierFactory extends Serializable {

    /** A courier for every channel; whoever opened it closes it. */
    Courier open();

    /** By HTTP and into folders. */
    static CourierFactory of(DeliveryRules rules) {
        return () ->
                new Couriers(
                        new HttpCourier(
                                rules.callTimeout(),
                                path(rules.secrets()),
                                rules.plainHttp(),
                                InstantSource.system()),
                        new FolderCourier(path(rules.folder())));
    }

    private static Path path(String text) {
        return text == null ? null : Path.of(text);
    }
}
