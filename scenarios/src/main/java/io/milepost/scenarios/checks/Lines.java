package io.milepost.scenarios.checks;

import io.milepost.scenarios.events.Chronicle;

/** Numbers of lines on the order, by their keys. */
final class Lines {

    private Lines() {}

    static String number(String lineKey) {
        long id = Long.parseLong(lineKey.substring(lineKey.lastIndexOf('/') + 1));
        return Long.toString(id - Chronicle.lineId(0));
    }
}
