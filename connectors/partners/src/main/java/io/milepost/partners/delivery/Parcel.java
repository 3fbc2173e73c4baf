package io.milepost.partners.delivery;

import io.milepost.partners.profile.DeliveryTerms;

/**
 * What is brought to a partner: the same parcel has the same id and the same bytes each time.
 *
 * @param id identity of the document
 * @param terms how it reaches the partner
 * @param document what is brought
 */
public record Parcel(String id, DeliveryTerms terms, WrittenDocument document) {}
