package dev.stairway.safety;

import dev.stairway.lint.Remark;
import dev.stairway.report.document.Finding;
import dev.stairway.report.document.Step.DataLoss;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether what a run has seen is about what a prediction is about. */
final class Concern {

    private static final Pattern WORDS = Pattern.compile("[^\\w$]+");
    /** What takes all columns of its rows along names none of them. */
    private static final Pattern WHOLE_ROWS = Pattern.compile(
            "\\s*(?:drop\\s+(?:table|schema|owned)|truncate|delete)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Concern() {}

    /** True when the finding speaks of the object, or quotes the statement. Keys have no names that a script spells out. */
    static boolean of(String product, Remark about, Finding finding) {
        String text = finding.title() + " " + String.join(" ", finding.evidence());
        if (isKeys(product) || about.statement().isBlank()) {
            return true;
        }
        boolean quoted = spaced(text).contains(spaced(about.statement()));
        boolean named = !about.object().isEmpty() && words(text).containsAll(words(last(about.object())));
        return quoted || named;
    }

    /** True when the rows or values that were lost are of a table, and a column, that the statement names. */
    static boolean of(String product, Remark about, DataLoss loss) {
        if (isKeys(product) || about.statement().isBlank()) {
            return true;
        }
        Set<String> named = words(about.statement() + " " + about.object());
        boolean column = loss.column().isEmpty()
                || WHOLE_ROWS.matcher(about.statement()).matches()
                || named.containsAll(words(loss.column()));
        return column && named.containsAll(words(last(loss.table())));
    }

    private static boolean isKeys(String product) {
        return product.startsWith("redis") || product.startsWith("valkey");
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>(Arrays.asList(WORDS.split(text.toLowerCase(Locale.ROOT))));
        words.remove("");
        return words;
    }

    private static String spaced(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
