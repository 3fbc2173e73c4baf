package io.milepost.cli.replay;

import io.milepost.local.feed.TimedEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Puts the events of each line in a random order, on the places in the publishing order that the
 * line's events had, and repeats some of them at a later place of the same line. What was known
 * when stays as it was, and since the places stay, heartbeats by place come as in the feed that was
 * not shuffled. So it breaks the heartbeats' promise, on purpose: nothing may come of it.
 */
public final class Shuffle {

    private final long seed;
    private final double doubled;

    /**
     * @param seed the same seed shuffles the same way
     * @param doubled how many of the events are repeated, from 0 to 1
     */
    public Shuffle(long seed, double doubled) {
        if (!(doubled >= 0 && doubled <= 1)) {
            throw new IllegalArgumentException("doubled: must be from 0 to 1 but was " + doubled);
        }
        this.seed = seed;
        this.doubled = doubled;
    }

    /**
     * The shuffled feed, sorted by place. Events that are not about one line stay where they are
     * and are not repeated.
     */
    public List<TimedEvent> shuffle(List<TimedEvent> sorted) {
        Random random = new Random(seed);
        Map<String, List<TimedEvent>> byLine = new LinkedHashMap<>();
        List<TimedEvent> result = new ArrayList<>();
        for (TimedEvent event : sorted) {
            if (event.lineKey() == null) {
                result.add(event);
            } else {
                byLine.computeIfAbsent(event.lineKey(), line -> new ArrayList<>()).add(event);
            }
        }
        Set<Integer> repeated = choose(sorted.size() - result.size(), random);
        int number = 0;
        for (List<TimedEvent> line : byLine.values()) {
            List<Long> places = line.stream().map(TimedEvent::atMicros).toList();
            Collections.shuffle(line, random);
            for (int i = 0; i < line.size(); i++) {
                result.add(line.get(i).at(places.get(i)));
                if (repeated.contains(number++)) {
                    int later = i + random.nextInt(line.size() - i);
                    result.add(line.get(i).at(places.get(later)));
                }
            }
        }
        result.sort(Comparator.comparingLong(TimedEvent::atMicros));
        return result;
    }

    private Set<Integer> choose(int events, Random random) {
        List<Integer> numbers = new ArrayList<>();
        for (int number = 0; number < events; number++) {
            numbers.add(number);
        }
        Collections.shuffle(numbers, random);
        return new HashSet<>(numbers.subList(0, (int) Math.round(events * doubled)));
    }
}
