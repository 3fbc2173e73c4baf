package io.milepost.partners.edi.out;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.partners.message.Format;
import io.milepost.partners.message.InterchangeHeader;
import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.message.Problem;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What became of one transaction that came in, as far as a technical acknowledgement tells it.
 *
 * @param format X12 or EDIFACT
 * @param header the interchange it came in, with its own numbers
 * @param type its type
 * @param version its version; {@code null} if it named none
 * @param group X12: the kind of its group (GS01), empty if it was in none
 * @param accepted whether it can be used
 * @param faults what is wrong with it
 */
public record TransactionOutcome(
        Format format,
        InterchangeHeader header,
        String type,
        String version,
        String group,
        boolean accepted,
        List<Fault> faults) {

    private static final Pattern SEGMENT =
            Pattern.compile("segment ([0-9]+) ([^ ,]*)(?:, element ([0-9]+))?.*");

    /** Takes a copy of the faults. */
    public TransactionOutcome {
        faults = List.copyOf(faults);
    }

    /**
     * One thing that is wrong.
     *
     * @param code the problem's code
     * @param error whether the transaction cannot be used because of it
     * @param segment which segment of the transaction, from 1; 0 if it is none of them
     * @param tag the segment's tag, of which only letters and digits; empty if it is none
     * @param element which element, from 1; 0 if it is none
     */
    public record Fault(String code, boolean error, int segment, String tag, int element) {

        static Fault of(Problem problem) {
            boolean error = problem.severity() == Problem.Severity.ERROR;
            Matcher place = SEGMENT.matcher(problem.place().path());
            if (!place.matches()) {
                return new Fault(problem.code(), error, 0, "", 0);
            }
            return new Fault(
                    problem.code(),
                    error,
                    Integer.parseInt(place.group(1)),
                    place.group(2).replaceAll("[^A-Z0-9]", ""),
                    place.group(3) == null ? 0 : Integer.parseInt(place.group(3)));
        }
    }

    /** What became of a message that was read. */
    public static TransactionOutcome of(PartnerMessage message) {
        JsonNode group = message.body().at("/GS/01");
        return new TransactionOutcome(
                message.format(),
                message.header(),
                message.type(),
                message.version(),
                group.asText(""),
                message.usable(),
                message.problems().stream().map(Fault::of).toList());
    }

    boolean has(String code) {
        return faults.stream().anyMatch(f -> f.code().equals(code));
    }
}
