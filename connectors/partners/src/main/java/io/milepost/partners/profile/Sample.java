package io.milepost.partners.profile;

/**
 * A message of the partner and what it says.
 *
 * @param file path of the message
 * @param message the message as it was sent
 * @param expectedFile path of the expected events
 * @param expected the expected events, as {@link EventJson} writes them; {@code null} if the file
 *     is still to be written
 */
public record Sample(String file, byte[] message, String expectedFile, String expected) {}
