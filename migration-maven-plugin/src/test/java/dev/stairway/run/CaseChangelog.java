package dev.stairway.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Cases as one Liquibase changelog in JSON: what was there before first, then one change set per case. */
final class CaseChangelog {

    private final boolean schemas;

    /** @param schemas true when each case gets a schema of its own */
    CaseChangelog(boolean schemas) {
        this.schemas = schemas;
    }

    String of(List<SqlCase> cases) {
        List<Object> changeSets = new ArrayList<>();
        List<String> base = new ArrayList<>();
        for (SqlCase planted : cases) {
            base.addAll(schemas ? List.of("CREATE SCHEMA " + planted.schema()) : List.of());
            base.addAll(inSchema(
                    planted, planted.base().stream().map(CaseChangelog::guarded).toList(), true));
        }
        changeSets.add(changeSet("base", base, null, Map.of()));
        for (SqlCase planted : cases) {
            boolean local = planted.inTransaction();
            List<String> down = planted.down() == null ? null : inSchema(planted, planted.down(), local);
            changeSets.add(changeSet(planted.id(), inSchema(planted, planted.up(), local), down, planted.attributes()));
        }
        return json(Map.of("databaseChangeLog", changeSets));
    }

    /** A role is the cluster's, and still there when the database is made again. */
    static String guarded(String statement) {
        return statement.startsWith("create role")
                ? "do $$ begin " + statement + "; exception when duplicate_object then null; end $$"
                : statement;
    }

    /** @param local true to go back to the former search path with the end of the transaction */
    List<String> inSchema(SqlCase planted, List<String> statements, boolean local) {
        if (!schemas || statements.isEmpty()) {
            return statements;
        }
        List<String> all = new ArrayList<>();
        all.add("SET " + (local ? "LOCAL " : "") + "search_path = " + planted.schema() + ", public");
        statements.forEach(statement -> all.add(statement.replace("{schema}", planted.schema())));
        return all;
    }

    private static Map<String, Object> changeSet(
            String id, List<String> up, List<String> down, Map<String, Object> attributes) {
        Map<String, Object> set = new LinkedHashMap<>(attributes);
        set.put("id", id);
        set.put("author", "planted");
        set.put("changes", up.stream().map(CaseChangelog::sql).toList());
        if (down != null) {
            List<Object> empty = List.of(Map.of("empty", Map.of()));
            set.put(
                    "rollback",
                    down.isEmpty()
                            ? empty
                            : down.stream().map(CaseChangelog::sql).toList());
        }
        return Map.of("changeSet", set);
    }

    private static Object sql(String statement) {
        return Map.of("sql", Map.of("sql", statement, "splitStatements", false, "stripComments", false));
    }

    private static String json(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> json(entry.getKey()) + ": " + json(entry.getValue()))
                    .collect(Collectors.joining(",\n", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(CaseChangelog::json).collect(Collectors.joining(",\n", "[", "]"));
        }
        return value instanceof String text ? quoted(text) : value.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
