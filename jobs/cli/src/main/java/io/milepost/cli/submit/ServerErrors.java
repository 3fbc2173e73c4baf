package io.milepost.cli.submit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a Flink cluster means when it answers with an error: it sends whole stack traces, of which
 * people need the innermost cause.
 */
final class ServerErrors {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String CAUSE = "Caused by: ";
    private static final Pattern FRAME =
            Pattern.compile("\\s*(at .+|\\.\\.\\. \\d+ (more|common.*))");
    private static final Pattern CLASS_NAME = Pattern.compile("^([\\w$]+\\.)+([\\w$]+): ");
    private static final int LONGEST = 2_000;

    private ServerErrors() {}

    /**
     * The cause in words.
     *
     * @param body of an answer, {@code {"errors":[...]}} or anything else
     */
    static String reason(String body) {
        try {
            JsonNode errors = JSON.readTree(body).path("errors");
            String last = "";
            for (JsonNode error : errors) {
                last = error.asText().isBlank() ? last : error.asText();
            }
            return last.isEmpty() ? shortened(body.strip()) : innermost(last);
        } catch (JsonProcessingException noJson) {
            return shortened(body.strip());
        }
    }

    /** The innermost cause of a stack trace, without the trace. */
    static String innermost(String trace) {
        int last = trace.lastIndexOf(CAUSE);
        String cause = last < 0 ? trace : trace.substring(last + CAUSE.length());
        List<String> lines = new ArrayList<>();
        for (String line : cause.split("\n")) {
            if (FRAME.matcher(line).matches()) {
                break;
            }
            lines.add(line.stripTrailing());
        }
        String words = String.join("\n", lines).strip();
        return shortened(CLASS_NAME.matcher(words).replaceFirst("$2: "));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " ...";
    }
}
