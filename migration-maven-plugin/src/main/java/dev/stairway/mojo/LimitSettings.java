package dev.stairway.mojo;

import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.problem.ProblemException;
import dev.stairway.run.TimeLimits;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads limits as users write them: {@code 5000}, or {@code sqlite=1000,postgresql=5000}. */
final class LimitSettings {

    private LimitSettings() {}

    /**
     * Product to milliseconds.
     *
     * @param parameter its name, for messages
     * @param configured null for none
     */
    static Map<String, Long> millis(String parameter, List<String> configured) {
        Map<String, Long> limits = new TreeMap<>();
        for (String word : CheckedSettings.words(configured)) {
            int equals = word.indexOf('=');
            String product = equals < 0
                    ? TimeLimits.EVERY
                    : DatabaseRequest.parse(word.substring(0, equals)).product();
            limits.put(product, number(parameter, word, word.substring(equals + 1)));
        }
        return limits;
    }

    private static long number(String parameter, String word, String digits) {
        try {
            long millis = Long.parseLong(digits.strip());
            if (millis > 0) {
                return millis;
            }
        } catch (NumberFormatException noNumber) {
            throw wrong(parameter, word, noNumber);
        }
        throw wrong(parameter, word, null);
    }

    private static ProblemException wrong(String parameter, String word, Exception cause) {
        return ProblemException.setup(
                "<" + parameter + "> has '" + word + "'",
                "<" + parameter + "> (-Dmigration." + parameter + ")",
                "",
                "Use milliseconds above 0 for every database, as in 5000, or for each product, as in"
                        + " sqlite=1000,postgresql=5000",
                cause);
    }
}
