package io.milepost.partners.profile;

import io.milepost.partners.canonical.Arrival;
import io.milepost.partners.canonical.CanonicalBuilder;
import io.milepost.partners.canonical.CanonicalEvents;
import io.milepost.partners.mapping.JsltEngine;
import io.milepost.partners.mapping.Mapping;
import io.milepost.partners.mapping.MappingEngine;
import io.milepost.partners.mapping.Template;
import io.milepost.partners.mapping.TemplateException;
import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.message.Place;
import io.milepost.partners.message.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Maps the messages of one partner to canonical events, by its profile. Templates are compiled
 * once; safe for many threads.
 */
public final class PartnerMapper {

    private final PartnerProfile profile;
    private final Map<String, Template> templates;
    private final CanonicalBuilder builder;

    private PartnerMapper(PartnerProfile profile, Map<String, Template> templates) {
        this.profile = profile;
        this.templates = Map.copyOf(templates);
        this.builder = new CanonicalBuilder(profile.speaker());
    }

    /**
     * Makes a profile ready for use.
     *
     * @throws TemplateException with everything that is wrong with its templates
     */
    public static PartnerMapper of(PartnerProfile profile) throws TemplateException {
        MappingEngine engine = new JsltEngine();
        Map<String, Template> templates = new HashMap<>();
        Map<String, Template> byFile = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Map.Entry<String, DocumentRule> document : profile.documents().entrySet()) {
            DocumentRule rule = document.getValue();
            if (rule.template() == null) {
                continue;
            }
            try {
                if (!byFile.containsKey(rule.template())) {
                    byFile.put(
                            rule.template(),
                            engine.compile(rule.template(), rule.source(), profile.terms()));
                }
                templates.put(document.getKey(), byFile.get(rule.template()));
            } catch (TemplateException e) {
                e.problems().stream().filter(it -> !problems.contains(it)).forEach(problems::add);
            }
        }
        if (!problems.isEmpty()) {
            throw new TemplateException(problems);
        }
        return new PartnerMapper(profile, templates);
    }

    /** The profile. */
    public PartnerProfile profile() {
        return profile;
    }

    /**
     * The events of a message. Nothing is thrown for what is wrong with it; with one error there
     * are no events.
     */
    public CanonicalEvents map(PartnerMessage message, Arrival arrival) {
        if (!message.usable()) {
            return CanonicalEvents.refused(message.problems());
        }
        DocumentRule rule = profile.documents().get(message.type());
        if (rule == null) {
            return CanonicalEvents.refused(with(message.problems(), List.of(unknown(message))));
        }
        if (rule.template() == null) {
            return new CanonicalEvents(
                    List.of(), List.of(), List.of(), rule.nothing(), message.problems());
        }
        Mapping mapping = templates.get(message.type()).apply(message);
        CanonicalEvents events = builder.build(mapping, message, arrival);
        return message.problems().isEmpty()
                ? events
                : new CanonicalEvents(
                        events.supplier(),
                        events.carrier(),
                        events.items(),
                        events.nothing(),
                        with(message.problems(), events.problems()));
    }

    private Problem unknown(PartnerMessage message) {
        return Problem.error(
                "unknown-document",
                Place.WHOLE,
                "type: expected one of %s in profile %s but found %s"
                        .formatted(
                                String.join(", ", profile.documents().keySet()),
                                profile.name(),
                                message.type()));
    }

    private static List<Problem> with(List<Problem> first, List<Problem> then) {
        List<Problem> all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }
}
