package dev.stairway.script.redis;

import dev.stairway.problem.ProblemException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces <code>${name}</code> by the changelog's parameters; <code>$${</code> stands for <code>${</code> itself. */
public final class Parameters {

    private static final Pattern PLACE = Pattern.compile("\\$\\$\\{|\\$\\{([^}\\n]*)}");

    private Parameters() {}

    /**
     * Replaces them in a whole file.
     *
     * @throws ProblemException naming file and line when one is not set: left as it is, it would become part of a key
     */
    public static String replace(String file, String text, Map<String, String> parameters) {
        StringBuilder out = new StringBuilder();
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            String value = place.group(1) == null
                    ? "${"
                    : parameters.get(place.group(1).strip());
            if (value == null) {
                throw unknown(file, text, place);
            }
            place.appendReplacement(out, Matcher.quoteReplacement(value));
        }
        return place.appendTail(out).toString();
    }

    private static ProblemException unknown(String file, String text, Matcher place) {
        long line = 1
                + text.substring(0, place.start())
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return ProblemException.migrations(
                "The parameter '" + place.group(1) + "' has no value",
                file + ":" + line,
                place.group(),
                "Set it among the changelog's <parameters>, or write $" + place.group() + " for these very characters.",
                null);
    }
}
