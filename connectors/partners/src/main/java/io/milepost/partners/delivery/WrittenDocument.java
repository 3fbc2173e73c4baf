package io.milepost.partners.delivery;

/**
 * A document as the partner gets it.
 *
 * @param messageType what it is in the words of its standard
 * @param contentType media type
 * @param extension of a file that holds it
 * @param bytes the document
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record WrittenDocument(
        String messageType, String contentType, String extension, byte[] bytes) {}
