package dev.stairway.lint.rules.generic;

import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Bulk;
import dev.stairway.lint.rules.support.Volatility;
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
    /** A new column that numbers its rows, computes its values or has an index or a key, all of which look at every row. */
    private static final Pattern FILLED = Pattern.compile(
            "\\bADD\\s+COLUMN\\b.*\\b(?:(?:small|big)?serial[248]?|GENERATED|UNIQUE|PRIMARY\\s+KEY|REFERENCES)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern DEFAULT =
            Pattern.compile("\\bADD\\s+COLUMN\\b.*?\\bDEFAULT\\b([^,]*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern FUNCTION = Pattern.compile("([A-Za-z_][\\w$]*)\\s*\\(");

    private static final Pattern ROWS = Pattern.compile(
            "\\b(DELETE\\s+FROM|UPDATE)\\s+(?:ONLY\\s+)?([\\w.\"$]+)(?:\\s+(?:AS\\s+)?(?!SET\\b)\\w+)?([^;]*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WHERE =
            Pattern.compile("\\bWHERE\\b(.*?)(?:\\bRETURNING\\b.*)?$", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern LOOP = Pattern.compile("\\bLOOP\\b", Pattern.CASE_INSENSITIVE);
    /** A statement of its own, not ON COMMIT DROP. */
    private static final Pattern COMMIT = Pattern.compile(
            "(?:;|\\b(?:BEGIN|THEN|ELSE|LOOP))\\s*(COMMIT|ROLLBACK)(?:\\s+AND\\s+(?:NO\\s+)?CHAIN)?\\s*;",
            Pattern.CASE_INSENSITIVE);

    private final StatementView statement;
    private final String bare;

    private BlockBody(StatementView statement, String bare) {
        this.statement = statement;
        this.bare = bare;
    }

    /** Read where this statement executes it. */
    static BlockBody of(StatementView statement, String body) {
        String code = COMMENT.matcher(body).replaceAll(" ");
        return new BlockBody(statement, STRING.matcher(code).replaceAll("''"));
    }

    /** The word by which it ends a transaction. */
    Optional<String> ends() {
        Matcher commit = COMMIT.matcher(bare);
        return commit.find() ? Optional.of(words(commit.group(1))) : Optional.empty();
    }

    /**
     * What it does that a rule should have seen; empty where it only asks, guards, makes small things, changes rows that a key
     * names, or works in batches with a commit after each.
     */
    Optional<String> hides() {
        if (DYNAMIC.matcher(bare).find()) {
            return Optional.of("SQL that is put together while it runs (EXECUTE)");
        }
        Matcher change = CHANGE.matcher(bare);
        while (change.find()) {
            if (change.group(1) != null || !isMild(change.group(3))) {
                return Optional.of(words(change.group(1) != null ? change.group(1) : change.group(2)));
            }
        }
        return rows();
    }

    private Optional<String> rows() {
        boolean loops = LOOP.matcher(bare).find();
        if (loops && ends().isPresent()) {
            return Optional.empty();
        }
        Matcher rows = ROWS.matcher(bare);
        while (rows.find()) {
            boolean update = words(rows.group(1)).equals("UPDATE");
            boolean sets = rows.group(3).strip().regionMatches(true, 0, "SET", 0, 3);
            if ((!update || sets) && changesMany(rows.group(2), rows.group(3), loops)) {
                String what = words(rows.group(1)).split(" ")[0] + " of many rows";
                return Optional.of(loops ? what + " in a loop without COMMIT, which is one transaction" : what);
            }
        }
        return Optional.empty();
    }

    /** What a loop does once for each row of a query is much, whatever key it has. */
    private boolean changesMany(String table, String rest, boolean loops) {
        Matcher where = WHERE.matcher(rest);
        String condition = where.find() && !loops ? where.group(1) : "";
        return Bulk.changesMany(statement, table, condition);
    }

    private static boolean isMild(String actions) {
        return MILD.matcher(actions).find()
                && !HARSH.matcher(actions).find()
                && !FILLED.matcher(actions).find()
                && !computes(actions);
    }

    /** True when a new column gets a value of its own in each row. */
    private static boolean computes(String actions) {
        Matcher value = DEFAULT.matcher(actions);
        while (value.find()) {
            Matcher function = FUNCTION.matcher(value.group(1));
            while (function.find()) {
                if (!Volatility.isCalm(function.group(1).toLowerCase(Locale.ROOT))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String words(String matched) {
        return matched.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    }
}
