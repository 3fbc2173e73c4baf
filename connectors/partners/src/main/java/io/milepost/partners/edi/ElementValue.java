package io.milepost.partners.edi;

import java.util.ArrayList;
import java.util.List;

/** The value of one element, as its repetitions and components come in. */
final class ElementValue {

    final int number;
    private final List<List<String>> repetitions = new ArrayList<>();
    private boolean composite;

    ElementValue(int number) {
        this.number = number;
    }

    /**
     * Adds what comes next.
     *
     * @param repetition number of the repetition, from 1
     * @param component number of the component, from 1; 0 for an element without components
     */
    void add(int repetition, int component, String value) {
        while (repetitions.size() < repetition) {
            repetitions.add(new ArrayList<>());
        }
        List<String> components = repetitions.get(repetition - 1);
        composite |= component > 0;
        while (components.size() < component - 1) {
            components.add("");
        }
        components.add(value);
    }

    int repetitions() {
        return repetitions.size();
    }

    /** Whether it has components. */
    boolean composite() {
        return composite;
    }

    List<String> components(int repetition) {
        return repetitions.get(repetition - 1);
    }

    /** One repetition as it was written. */
    String joined(int repetition, char between) {
        return String.join(String.valueOf(between), components(repetition));
    }

    /** The element as it was written. */
    String joined(char betweenRepetitions, char betweenComponents) {
        if (repetitions.size() == 1) {
            return joined(1, betweenComponents);
        }
        StringBuilder all = new StringBuilder(joined(1, betweenComponents));
        for (int i = 2; i <= repetitions.size(); i++) {
            all.append(betweenRepetitions).append(joined(i, betweenComponents));
        }
        return all.toString();
    }

    /** Whether nothing was written in it. */
    boolean empty() {
        return repetitions.stream().flatMap(List::stream).allMatch(String::isEmpty);
    }
}
