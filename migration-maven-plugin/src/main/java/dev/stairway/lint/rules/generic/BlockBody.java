package dev.stairway.lint.rules.generic;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of a PL/pgSQL body that tell what no tree does. */
final class BlockBody {

    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern STRING = Pattern.compile("'(?:[^']|'')*+'");
    /** Not the action of a trigger, and not the right. */
    private static final Pattern DYNAMIC =
            Pattern.compile("\\bEXECUTE\\b(?!\\s+(?:FUNCTION|PROCEDURE|ON)\\b)", Pattern.CASE_INSENSITIVE);

    private static final Pattern CHANGE = Pattern.compile(
            "\\b(?:(DROP\\s+(?:TABLE|SCHEMA|DATABASE|VIEW|MATERIALIZED|INDEX|FUNCTION|TYPE|SEQUENCE|TRIGGER)"
                    + "|TRUNCATE|CREATE\\s+(?:UNIQUE\\s+)?INDEX|LOCK\\s+TABLE|VACUUM|CLUSTER|REINDEX)\\b|(ALTER\\s+TABLE)\\b([^;]*))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MILD = Pattern.compile(
            "\\bNOT\\s+VALID\\b|\\bVALIDATE\\b|\\bADD\\s+COLUMN\\b|\\bSET\\s+DEFAULT\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern HARSH = Pattern.compile(
            "\\b(?:DROP|RENAME|TYPE)\\b|\\bSET\\s+NOT\\s+NULL\\b|\\bADD\\s+COLUMN\\b(?![^,]*\\bDEFAULT\\b)[^,]*\\bNOT\\s+NULL\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ROWS = Pattern.compile(
            "\\b(DELETE\\s+FROM|UPDATE\\s+(?:ONLY\\s+)?[\\w.\"]+(?:\\s+(?:AS\\s+)?\\w+)?\\s+SET)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LOOP = Pattern.compile("\\bLOOP\\b", Pattern.CASE_INSENSITIVE);

    private BlockBody() {}

    /** What it does that a rule should have seen; empty where it only asks, guards, makes small things or works in batches. */
    static Optional<String> hides(String body) {
        String code = COMMENT.matcher(body).replaceAll(" ");
        if (DYNAMIC.matcher(code).find()) {
            return Optional.of("SQL that is put together while it runs (EXECUTE)");
        }
        String bare = STRING.matcher(code).replaceAll("''");
        Matcher change = CHANGE.matcher(bare);
        while (change.find()) {
            if (change.group(1) != null || !isMild(change.group(3))) {
                return Optional.of(words(change.group(1) != null ? change.group(1) : change.group(2)));
            }
        }
        Matcher rows = ROWS.matcher(bare);
        return rows.find() && !LOOP.matcher(bare).find()
                ? Optional.of(words(rows.group(1)).split(" ")[0] + " of many rows")
                : Optional.empty();
    }

    private static boolean isMild(String actions) {
        return MILD.matcher(actions).find() && !HARSH.matcher(actions).find();
    }

    private static String words(String matched) {
        return matched.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    }
}
