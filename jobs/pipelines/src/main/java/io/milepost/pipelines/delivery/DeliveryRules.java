package io.milepost.pipelines.delivery;

import io.milepost.partners.delivery.Retries;
import io.milepost.state.sla.GoLive;
import java.io.Serializable;
import java.time.Duration;

/**
 * What can be chosen about deliveries.
 *
 * @param goLive from when on companies work with it
 * @param tellsDates whether another wanted date of a line is told
 * @param retries when a document is sent again
 * @param callTimeout how long a call may take
 * @param folder folder of the partners' folders; {@code null} if there is none
 * @param secrets folder of the partners' secrets; {@code null} if there is none
 * @param plainHttp whether calls may go out unencrypted to other machines
 */
record DeliveryRules(
        GoLive goLive,
        boolean tellsDates,
        Retries retries,
        Duration callTimeout,
        String folder,
        String secrets,
        boolean plainHttp)
        implements Serializable {}
