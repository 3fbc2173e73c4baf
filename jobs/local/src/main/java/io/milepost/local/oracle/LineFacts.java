package io.milepost.local.oracle;

import io.milepost.events.DocumentPurpose;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.SupplierEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.apache.avro.specific.SpecificRecord;

/** Everything that is known about one line, and what of it was known at some time. */
final class LineFacts {

    private final Map<String, Map<Fact.Version, Fact>> facts = new HashMap<>();

    /** Adds a fact; a fact that is there already is known at the earlier of both times. */
    void add(Fact fact) {
        facts.computeIfAbsent(fact.identity(), identity -> new HashMap<>())
                .merge(
                        fact.version(),
                        fact,
                        (old, repeated) -> old.knownNoLaterThan(repeated.knownAt()));
    }

    /** The distinct times at which knowledge grew, ascending. */
    List<Long> knowledgeTimes() {
        TreeSet<Long> times = new TreeSet<>();
        facts.values()
                .forEach(versions -> versions.values().forEach(fact -> times.add(fact.knownAt())));
        return List.copyOf(times);
    }

    /** What was known when everything known at or before the time was in. */
    Known knownAt(long micros) {
        List<Fact> known = new ArrayList<>();
        facts.values()
                .forEach(
                        versions ->
                                versions.values().stream()
                                        .filter(fact -> fact.knownAt() <= micros)
                                        .forEach(known::add));
        return new Known(known);
    }

    /** A set of facts that were known together. */
    static final class Known {

        private final List<Fact> orderVersions;
        private final List<Fact> current;
        private final List<Fact> all;

        private Known(List<Fact> facts) {
            all = facts;
            Comparator<Fact> byVersion = Comparator.comparing(Fact::version);
            orderVersions =
                    facts.stream()
                            .filter(fact -> fact.event() instanceof OdooOrderLine)
                            .sorted(byVersion)
                            .toList();
            Map<String, Fact> newest = new HashMap<>();
            for (Fact fact : facts) {
                newest.merge(fact.identity(), fact, (a, b) -> byVersion.compare(a, b) >= 0 ? a : b);
            }
            current =
                    newest.values().stream()
                            .filter(Known::counts)
                            .sorted(byVersion.thenComparing(Fact::identity))
                            .toList();
        }

        /** All versions of the order line that were known, oldest first. */
        List<Fact> orderVersions() {
            return orderVersions;
        }

        /** The newest version of each thing whose event is of a class, withdrawn ones left out. */
        <T> List<Fact> current(Class<T> type) {
            return current.stream().filter(fact -> type.isInstance(fact.event())).toList();
        }

        /** The newest version of each document with a body of a class, cancelled ones left out. */
        List<Fact> documents(Class<?> body) {
            return current(SupplierEvent.class).stream()
                    .filter(fact -> body.isInstance(((SupplierEvent) fact.event()).getBody()))
                    .toList();
        }

        /** Every version of such documents, also those that were replaced or cancelled later. */
        List<Fact> everySaying(Class<?> body) {
            return all.stream()
                    .filter(fact -> fact.event() instanceof SupplierEvent)
                    .filter(fact -> body.isInstance(((SupplierEvent) fact.event()).getBody()))
                    .filter(Known::counts)
                    .toList();
        }

        /**
         * Since when a current fact is known, where some versions before it may have said the same
         * in all that matters.
         */
        long knownSince(Fact current, BiPredicate<SpecificRecord, SpecificRecord> same) {
            List<Fact> newestFirst =
                    all.stream()
                            .filter(fact -> fact.identity().equals(current.identity()))
                            .sorted(Comparator.comparing(Fact::version).reversed())
                            .toList();
            long since = current.knownAt();
            for (Fact version : newestFirst) {
                if (!same.test(version.event(), current.event())) {
                    break;
                }
                since = Math.min(since, version.knownAt());
            }
            return since;
        }

        private static boolean counts(Fact fact) {
            return !(fact.event() instanceof SupplierEvent event)
                    || event.getDocument().getPurpose() != DocumentPurpose.CANCEL;
        }
    }
}
