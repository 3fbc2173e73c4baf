package io.milepost.state.items;

/**
 * The names that a document gives to an item.
 *
 * @param vendorItem the supplier's number; {@code null} if not stated
 * @param ownItem our number; {@code null} if not stated
 * @param gtin GTIN; {@code null} if not stated
 */
public record ItemNames(String vendorItem, String ownItem, String gtin) {}
