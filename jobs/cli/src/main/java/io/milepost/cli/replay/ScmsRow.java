package io.milepost.cli.replay;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One row of the SCMS delivery history: one order line and its delivery.
 *
 * @param line line of the file on which the row ends, from 1
 * @param id the row's own number
 * @param order number of the purchase or sales order
 * @param shipNotice number of the ship notice or delivery note
 * @param country where it was delivered
 * @param incoterm the vendor's incoterm
 * @param pqSent when the price quote first went out; {@code null} when not captured
 * @param poSent when the order went to the vendor; {@code null} when not captured
 * @param scheduled the promised day
 * @param delivered the day it was delivered to the client
 * @param recorded the day the delivery was written down
 * @param category product group
 * @param vendor name of the vendor
 * @param description text of the item
 * @param quantity packs
 * @param packPrice price of a pack in US dollars
 */
public record ScmsRow(
        long line,
        long id,
        String order,
        String shipNotice,
        String country,
        String incoterm,
        LocalDate pqSent,
        LocalDate poSent,
        LocalDate scheduled,
        LocalDate delivered,
        LocalDate recorded,
        String category,
        String vendor,
        String description,
        BigDecimal quantity,
        BigDecimal packPrice) {}
