package dev.stairway.lint.rules.postgresql;

import dev.stairway.lint.rules.support.Course;
import dev.stairway.lint.rules.support.Words;
import dev.stairway.script.sql.tree.SqlTree.AlterObject;
import dev.stairway.script.sql.tree.SqlTree.CreateFunction;
import java.util.Optional;
import java.util.Set;

/**
 * What a function of the project relies on.
 *
 * @param ownPath it sets a search_path for itself
 * @param before what ran before, with the project's own functions
 */
record FunctionBody(CreateFunction function, boolean ownPath, Course before) {

    /** Functions of extensions, which live in a schema that is not always searched. */
    private static final Set<String> OF_EXTENSIONS = Set.of(
            "UNACCENT",
            "UUID_GENERATE_V1",
            "UUID_GENERATE_V4",
            "UUID_GENERATE_V5",
            "SIMILARITY",
            "WORD_SIMILARITY",
            "DIGEST",
            "HMAC",
            "CRYPT",
            "PGP_SYM_DECRYPT",
            "LL_TO_EARTH",
            "EARTH_DISTANCE",
            "LEVENSHTEIN",
            "SOUNDEX",
            "METAPHONE",
            "DMETAPHONE",
            "ST_MAKEPOINT",
            "ST_SETSRID",
            "ST_TRANSFORM",
            "ST_DISTANCE",
            "ST_CONTAINS",
            "TEXT2LTREE");

    private static final Set<String> UNSTEADY = Set.of(
            "NOW",
            "CURRENT_DATE",
            "CURRENT_TIMESTAMP",
            "LOCALTIMESTAMP",
            "CLOCK_TIMESTAMP",
            "STATEMENT_TIMESTAMP",
            "RANDOM",
            "CURRENT_SETTING",
            "CURRENT_USER",
            "SESSION_USER",
            "GEN_RANDOM_UUID");

    static FunctionBody of(CreateFunction function, Course before) {
        boolean path = function.settings().containsKey("search_path")
                || before.about(function.function()).stream()
                        .flatMap(statement -> statement.as(AlterObject.class).stream())
                        .filter(alter -> alter.name().same(function.function()))
                        .anyMatch(alter -> Words.of(alter.what()).has("SET", "SEARCH_PATH"));
        return new FunctionBody(function, path, before);
    }

    /** Why it may fail or give another value after a restore; empty where nothing speaks for it. */
    Optional<String> trouble() {
        Words words = Words.of(function.body());
        if (readsTable(words)) {
            return Optional.of("reads a table");
        }
        boolean immutable = function.volatility().equals("IMMUTABLE");
        for (int at = 0; at < words.size(); at++) {
            if (immutable && UNSTEADY.contains(words.word(at))) {
                return Optional.of("says IMMUTABLE and depends on " + words.written(at));
            }
        }
        return ownPath ? Optional.empty() : searched(words);
    }

    private Optional<String> searched(Words words) {
        for (int at = 0; at + 1 < words.size(); at++) {
            boolean call = words.word(at + 1).equals("(") && !words.word(at - 1).equals(".");
            if (call && (OF_EXTENSIONS.contains(words.word(at)) || isOwn(words.word(at)))) {
                return Optional.of("finds " + words.written(at) + "() by the search_path");
            }
        }
        return Optional.empty();
    }

    private boolean isOwn(String word) {
        return before.function(word).isPresent();
    }

    /** {@code FROM name}, and not {@code EXTRACT(year FROM d)}, {@code IS DISTINCT FROM x} or a function that gives rows. */
    private static boolean readsTable(Words words) {
        for (int at = 1; at < words.size(); at++) {
            boolean from = words.word(at).equals("FROM") || words.word(at).equals("JOIN");
            if (from && !words.word(at - 1).equals("DISTINCT") && !inCall(words, at) && isTable(words, at + 1)) {
                return true;
            }
        }
        return false;
    }

    /** Not what WITH names, and not a function that gives rows. */
    private static boolean isTable(Words words, int at) {
        String word = words.word(at);
        int behind = words.word(at + 1).equals(".") ? at + 3 : at + 1;
        boolean name = word.equals(Words.QUOTED) ? words.written(at).startsWith("\"") : word.matches("[A-Z_].*");
        boolean other = Set.of("SELECT", "LATERAL", "PG_CATALOG").contains(word) || words.has(word, "AS", "(");
        return name && !other && !words.word(behind).equals("(");
    }

    /** True for FROM inside of EXTRACT, SUBSTRING, TRIM, OVERLAY and POSITION: no SELECT before it in its parentheses. */
    private static boolean inCall(Words words, int from) {
        int depth = 0;
        for (int at = from - 1; at >= 0; at--) {
            String word = words.word(at);
            if (depth == 0 && word.equals("SELECT")) {
                return false;
            }
            depth += word.equals(")") ? 1 : word.equals("(") ? -1 : 0;
            if (depth < 0) {
                return true;
            }
        }
        return false;
    }
}
