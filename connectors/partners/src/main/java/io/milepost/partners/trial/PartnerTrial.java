package io.milepost.partners.trial;

import io.milepost.partners.canonical.Arrival;
import io.milepost.partners.canonical.CanonicalEvents;
import io.milepost.partners.mapping.TemplateException;
import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.message.Problem;
import io.milepost.partners.profile.MessageReaders;
import io.milepost.partners.profile.PartnerMapper;
import io.milepost.partners.profile.PartnerProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tries a profile on what a partner sent: nothing is written anywhere. Safe for many threads. */
public final class PartnerTrial {

    private final PartnerMapper mapper;
    private final MessageReaders readers = new MessageReaders();

    /**
     * With a profile.
     *
     * @throws TemplateException with everything that is wrong with its templates
     */
    public PartnerTrial(PartnerProfile profile) throws TemplateException {
        this.mapper = PartnerMapper.of(profile);
    }

    /**
     * One message of what was tried.
     *
     * @param message as it was read
     * @param events what it says
     * @param problems everything that was found, in reading it and in mapping it
     */
    public record Tried(PartnerMessage message, CanonicalEvents events, List<Problem> problems) {

        /** Whether there is nothing with which it cannot be used. */
        public boolean usable() {
            return problems.stream().noneMatch(it -> it.severity() == Problem.Severity.ERROR);
        }
    }

    /**
     * Tries what was sent.
     *
     * @param knownAt what the events take for the time of their intake
     */
    public List<Tried> of(byte[] bytes, Instant knownAt) {
        List<Tried> tried = new ArrayList<>();
        for (PartnerMessage message : readers.read(mapper.profile(), bytes)) {
            CanonicalEvents events = mapper.map(message, new Arrival(knownAt, null));
            tried.add(new Tried(message, events, events.problems()));
        }
        return tried;
    }
}
