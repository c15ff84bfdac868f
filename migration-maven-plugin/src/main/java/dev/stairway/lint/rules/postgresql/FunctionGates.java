package dev.stairway.lint.rules.postgresql;

import dev.stairway.lint.rules.support.Words;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Functions by the version that brought them: https://www.postgresql.org/docs/release/. */
final class FunctionGates {

    private static final Map<Integer, Set<String>> BY_VERSION = new TreeMap<>(Map.of(
            14,
            Set.of(
                    "DATE_BIN",
                    "BIT_COUNT",
                    "STRING_TO_TABLE",
                    "TRIM_ARRAY",
                    "UNISTR",
                    "RANGE_AGG",
                    "BIT_XOR",
                    "PG_GET_CATALOG_FOREIGN_KEYS"),
            15,
            Set.of(
                    "REGEXP_COUNT",
                    "REGEXP_INSTR",
                    "REGEXP_LIKE",
                    "REGEXP_SUBSTR",
                    "RANGE_INTERSECT_AGG",
                    "PG_BACKUP_START",
                    "PG_BACKUP_STOP"),
            16,
            Set.of(
                    "ANY_VALUE",
                    "ARRAY_SAMPLE",
                    "ARRAY_SHUFFLE",
                    "DATE_ADD",
                    "DATE_SUBTRACT",
                    "ERF",
                    "ERFC",
                    "JSON_ARRAY",
                    "JSON_ARRAYAGG",
                    "JSON_OBJECTAGG",
                    "PG_INPUT_IS_VALID",
                    "PG_INPUT_ERROR_INFO",
                    "RANDOM_NORMAL"),
            17,
            Set.of(
                    "JSON_EXISTS",
                    "JSON_QUERY",
                    "JSON_SCALAR",
                    "JSON_SERIALIZE",
                    "JSON_TABLE",
                    "JSON_VALUE",
                    "MERGE_ACTION",
                    "PG_BASETYPE",
                    "TO_BIN",
                    "TO_OCT",
                    "UNICODE_ASSIGNED",
                    "UUID_EXTRACT_TIMESTAMP",
                    "UUID_EXTRACT_VERSION",
                    "XMLTEXT"),
            18,
            Set.of(
                    "ARRAY_REVERSE",
                    "ARRAY_SORT",
                    "CASEFOLD",
                    "CRC32",
                    "CRC32C",
                    "GAMMA",
                    "LGAMMA",
                    "UUIDV4",
                    "UUIDV7")));

    private static final Map<String, String> INSTEAD = Map.of(
            "UUIDV7", "gen_random_uuid(), or a function uuidv7() of your own",
            "UUIDV4", "gen_random_uuid()",
            "ANY_VALUE", "min(...), or (array_agg(...))[1]",
            "JSON_TABLE", "jsonb_to_recordset(...) or jsonb_path_query(...)",
            "JSON_VALUE", "jsonb_path_query_first(...) #>> '{}'",
            "JSON_QUERY", "jsonb_path_query_first(...)",
            "JSON_EXISTS", "jsonb_path_exists(...)",
            "REGEXP_LIKE", "the operator ~",
            "JSON_ARRAYAGG", "json_agg(...)",
            "JSON_OBJECTAGG", "json_object_agg(...)");

    /** What stands before the name of something that is made or written to, and before a method of a schema of one's own. */
    private static final Set<String> NO_CALL = Set.of(
            ".", "FUNCTION", "PROCEDURE", "AGGREGATE", "TABLE", "INTO", "EXISTS", "REFERENCES", "ON", "INDEX", "ONLY");

    private FunctionGates() {}

    /** The first call of one that comes with this version; -1 where there is none. */
    static int find(Words words, int version) {
        Set<String> names = BY_VERSION.getOrDefault(version, Set.of());
        if (!words.hasAny(names)) {
            return -1;
        }
        for (int at = 0; at + 1 < words.size(); at++) {
            boolean call = names.contains(words.word(at)) && words.word(at + 1).equals("(");
            boolean own =
                    NO_CALL.contains(words.word(at - 1)) && !words.word(at - 2).equals("PG_CATALOG");
            if (call && !own) {
                return at;
            }
        }
        return -1;
    }

    static Set<Integer> versions() {
        return BY_VERSION.keySet();
    }

    /** What every version knows. @param function in upper case */
    static String instead(String function) {
        return INSTEAD.getOrDefault(function, "A function of your own, or an expression that every version knows");
    }
}
