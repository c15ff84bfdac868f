package dev.stairway.lint.rules.sqlite;

import dev.stairway.script.sql.tree.Column;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that a declared type does not keep out: https://www.sqlite.org/datatype3.html#type_affinity */
final class Misfit {

    private static final Pattern TEXT = Pattern.compile("(?s)\\(*\\s*'((?:[^']|'')*)'\\s*\\)*");
    private static final Pattern NUMBER =
            Pattern.compile("\\s*[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?\\s*|\\s*0[xX][0-9a-fA-F]+\\s*");
    private static final Pattern FRACTION = Pattern.compile("[-+]?\\d*\\.\\d*[1-9]\\d*");
    private static final Pattern LENGTH = Pattern.compile("char(?:acter)?(?:\\s+varying)?\\s*\\(\\s*(\\d{1,6})");
    private static final Pattern DATE = Pattern.compile(
            "(?i)\\s*(?:[-+]?\\d{4}-\\d{2}-\\d{2}.*|\\d{1,2}:\\d{2}.*|[-+]?\\d+(?:\\.\\d+)?|now|infinity|\\d{8}.*|)\\s*");
    private static final Set<String> TRUTHS = Set.of("true", "false", "yes", "no", "t", "f", "y", "n", "on", "off");

    private Misfit() {}

    /** What happens to a literal in a column, as a sentence; empty where it is what the type says. */
    static Optional<String> of(Column column, String literal) {
        if (column.type() == null) {
            return Optional.empty();
        }
        String type = column.type().written();
        String kind = type.toLowerCase(Locale.ROOT);
        Matcher text = TEXT.matcher(literal);
        if (text.matches()) {
            return text(column, kind, text.group(1).replace("''", "'"))
                    .map(reason -> "The text " + shown(literal) + " stays a text in " + column.name()
                            + ", which is declared as " + type + reason);
        }
        boolean cut = Affinity.of(type) == Affinity.INTEGER
                && Affinity.declaresNumber(type)
                && FRACTION.matcher(literal).matches();
        return cut
                ? Optional.of(literal + " stays as it is in " + column.name() + ", which is declared as " + type)
                : Optional.empty();
    }

    private static Optional<String> text(Column column, String kind, String text) {
        if (Affinity.declaresNumber(kind)) {
            return NUMBER.matcher(text).matches() ? Optional.empty() : Optional.of("");
        }
        if (kind.contains("bool")) {
            boolean word = TRUTHS.contains(text.strip().toLowerCase(Locale.ROOT));
            return word ? Optional.of(": as a condition it is false") : Optional.empty();
        }
        if (kind.contains("date") || kind.contains("timestamp")) {
            return DATE.matcher(text).matches()
                    ? Optional.empty()
                    : Optional.of(", and functions of dates make NULL of it");
        }
        Matcher length = LENGTH.matcher(kind);
        boolean longer = length.find() && text.codePointCount(0, text.length()) > Integer.parseInt(length.group(1));
        return longer ? Optional.of(": SQLite keeps all of its characters") : Optional.empty();
    }

    private static String shown(String literal) {
        return literal.length() > 60 ? literal.substring(0, 60) + "…" : literal;
    }
}
