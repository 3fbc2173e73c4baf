package io.milepost.partners.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.partners.mapping.TemplateException;
import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.message.Problem;
import io.milepost.partners.profile.EventJson;
import io.milepost.partners.profile.PartnerProfile;
import io.milepost.partners.profile.PartnerProfiles;
import io.milepost.partners.profile.ProfileSource;
import io.milepost.partners.trial.PartnerTrial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The beginning of a partner's profile, made of one message that it sent: which shipped profile
 * reads it, who sent it, and what it says by that.
 *
 * @param name of the profile
 * @param parent the shipped profile that it extends
 * @param files the files of its folder, by their path
 * @param problems what the message cannot be used for yet; its expected events are missing then
 */
public record ProfileDraft(
        String name, String parent, Map<String, byte[]> files, List<Problem> problems) {

    private static final Instant KNOWN_AT = Instant.parse("2026-06-01T00:00:00Z");
    private static final String NAME = "[a-z0-9][a-z0-9-]{0,62}";

    /** Where a document of UBL says who wrote it. */
    private static final List<String> SENDERS =
            List.of(
                    "/SellerSupplierParty/0/Party/0",
                    "/AccountingSupplierParty/0/Party/0",
                    "/DespatchSupplierParty/0/Party/0",
                    "/SenderParty/0",
                    "/ProviderParty/0",
                    "/InventoryReportingParty/0");

    /** Where such a party says how it is known. */
    private static final List<String> IDS = List.of("/EndpointID", "/PartyIdentification/0/ID");

    /**
     * What is to be in a profile that no message tells.
     *
     * @param instance the Odoo instance
     * @param company the company within it
     * @param partner the partner as orders' vendor is known; {@code null} to take the sender's id
     * @param timeZone of times without a zone; {@code null} for UTC
     * @param parent the shipped profile to extend; {@code null} to find it by the message
     */
    public record Wishes(
            String instance, String company, String partner, String timeZone, String parent) {}

    /**
     * Makes one.
     *
     * @param name of the profile
     * @param file the message's name
     * @param message the message
     * @throws IOException if nothing can be made of it, with what is missing
     */
    public static ProfileDraft of(String name, String file, byte[] message, Wishes wishes)
            throws IOException {
        if (!name.matches(NAME)) {
            throw new IOException(
                    "name: expected lower case letters, digits and hyphens but found " + name);
        }
        Reading reading = reading(file, message, wishes);
        String sender = reading.sender();
        String partner = wishes.partner() == null ? plain(sender) : wishes.partner();
        if (partner == null) {
            throw new IOException(
                    file + ": expected to say who sent it but it does not; give --partner");
        }
        String sample = "samples/" + file;
        String events = "samples/" + file.replaceAll("\\.[A-Za-z0-9]+$", "") + ".events.json";
        String yaml = yaml(file, wishes, reading.parent(), partner, sender, sample, events);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(ProfileSource.PROFILE_FILE, yaml.getBytes(StandardCharsets.UTF_8));
        files.put(sample, message);
        PartnerProfile profile =
                PartnerProfiles.read(
                        name + "/" + ProfileSource.PROFILE_FILE,
                        new ProfileSource(name, yaml, files));
        List<PartnerTrial.Tried> tried = trial(profile).of(message, KNOWN_AT);
        List<Problem> errors = errors(tried);
        if (errors.isEmpty()) {
            String expected =
                    EventJson.text(
                            EventJson.of(tried.stream().map(PartnerTrial.Tried::events).toList()));
            files.put(events, expected.getBytes(StandardCharsets.UTF_8));
        }
        return new ProfileDraft(name, reading.parent(), files, errors);
    }

    private static String yaml(
            String file,
            Wishes wishes,
            String parent,
            String partner,
            String sender,
            String sample,
            String events) {
        StringBuilder yaml = new StringBuilder();
        yaml.append("# Begun from ").append(file).append(". What is not said here is as in\n");
        yaml.append("# ").append(parent).append("; docs/partners.md has every field.\n");
        yaml.append("extends: ").append(parent).append('\n');
        yaml.append("instance: ").append(quoted(wishes.instance())).append('\n');
        yaml.append("company: ").append(quoted(wishes.company())).append('\n');
        yaml.append("partner: ").append(quoted(partner)).append('\n');
        if (sender != null) {
            yaml.append("senders: [").append(quoted(sender)).append("]\n");
        }
        if (wishes.timeZone() != null) {
            yaml.append("time-zone: ").append(wishes.timeZone()).append('\n');
        }
        yaml.append("samples:\n  - {message: ").append(quoted(sample));
        yaml.append(", events: ").append(quoted(events)).append("}\n");
        return yaml.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** How a message was read, and by which profile. */
    private record Reading(String parent, List<PartnerTrial.Tried> tried) {

        boolean tellsSomething() {
            return errors(tried).isEmpty() && tried.stream().anyMatch(it -> it.events().size() > 0);
        }

        String sender() {
            PartnerMessage message = tried.get(0).message();
            String sender = message.header().sender();
            return sender == null ? ofDocument(message.body()) : sender;
        }

        private static String ofDocument(JsonNode body) {
            for (String party : SENDERS) {
                for (String id : IDS) {
                    String found = body.at(party + id).asText("");
                    if (!found.isBlank()) {
                        return found.strip();
                    }
                }
            }
            return null;
        }
    }

    private static Reading reading(String file, byte[] message, Wishes wishes) throws IOException {
        List<String> candidates =
                wishes.parent() == null ? SampleKind.profiles(message) : List.of(wishes.parent());
        if (candidates.isEmpty()) {
            throw new IOException(
                    file + ": expected X12, EDIFACT, XML or JSON but found none of them");
        }
        List<Reading> readings = new ArrayList<>();
        for (String candidate : candidates) {
            readings.add(
                    new Reading(
                            candidate,
                            trial(PartnerProfiles.shipped(candidate)).of(message, KNOWN_AT)));
        }
        if (readings.size() == 1) {
            return readings.get(0);
        }
        List<Reading> telling = readings.stream().filter(Reading::tellsSomething).toList();
        if (telling.size() != 1) {
            throw new IOException(
                    "%s: expected one of %s to make events of it but %s; give --extends"
                            .formatted(
                                    file,
                                    String.join(", ", candidates),
                                    telling.isEmpty() ? "none does" : "several do"));
        }
        return telling.get(0);
    }

    private static PartnerTrial trial(PartnerProfile profile) throws IOException {
        try {
            return new PartnerTrial(profile);
        } catch (TemplateException e) {
            throw new IOException(profile.name() + ": " + e.getMessage(), e);
        }
    }

    private static List<Problem> errors(List<PartnerTrial.Tried> tried) {
        return tried.stream()
                .flatMap(it -> it.problems().stream())
                .filter(it -> it.severity() == Problem.Severity.ERROR)
                .toList();
    }

    /** An identification without its qualifier, as far as it can be part of an event. */
    private static String plain(String sender) {
        if (sender == null) {
            return null;
        }
        String id = sender.substring(sender.lastIndexOf(':') + 1);
        String plain = id.replaceAll("[^A-Za-z0-9._-]", "-");
        return plain.substring(0, Math.min(64, plain.length()));
    }
}
