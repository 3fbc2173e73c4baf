package io.milepost.partners.profile;

/**
 * What becomes of a partner's documents of one type.
 *
 * @param template the template's file; {@code null} if nothing is made of them
 * @param source the template's text; {@code null} likewise
 * @param nothing why nothing is made of them; {@code null} if something is
 */
public record DocumentRule(String template, String source, String nothing) {}
