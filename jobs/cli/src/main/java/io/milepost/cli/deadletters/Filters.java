package io.milepost.cli.deadletters;

import io.milepost.cli.options.AtLeastOne;
import io.milepost.events.RejectReason;
import io.milepost.kafka.deadletters.Letter;
import io.milepost.kafka.deadletters.LetterFilter;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which letters are meant; a letter has to fulfil all that is given. */
final class Filters {

    @Option(
            names = "--reason",
            paramLabel = "REASON,...",
            split = ",",
            description = "Rejected for one of: ${COMPLETION-CANDIDATES}.")
    private Set<RejectReason> reasons = new HashSet<>();

    @Option(
            names = "--topic",
            paramLabel = "TOPIC,...",
            split = ",",
            description = "Read from one of these topics; names without the prefix.")
    private Set<String> topics = new HashSet<>();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = TimeText.class,
            description = "Rejected then or later: 2026-03-01 or 2026-03-01T08:00:00Z.")
    private Instant since;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            converter = TimeText.class,
            description = "Rejected before then.")
    private Instant until;

    @Option(
            names = "--message-contains",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "The message has this in it; small and capital letters are the same.")
    private String messageContains;

    @Option(
            names = "--limit",
            paramLabel = "COUNT",
            converter = AtLeastOne.class,
            description = "At most so many, the latest ones.")
    private Integer limit;

    /** Whether any letter is left out. */
    boolean areGiven() {
        return !reasons.isEmpty()
                || !topics.isEmpty()
                || since != null
                || until != null
                || !messageContains.isEmpty()
                || limit != null;
    }

    /** The filter in an environment. */
    LetterFilter in(String prefix) {
        Set<String> names = topics.stream().map(t -> prefix + t).collect(Collectors.toSet());
        return new LetterFilter(reasons, names, since, until, messageContains);
    }

    /** The latest of these letters, if there is a limit. */
    List<Letter> limited(List<Letter> letters) {
        int surplus = limit == null ? 0 : Math.max(0, letters.size() - limit);
        return letters.subList(surplus, letters.size());
    }
}
