package dev.stairway.measure.plan.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.stairway.measure.plan.Access;
import dev.stairway.measure.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads what EXPLAIN says as JSON: https://www.postgresql.org/docs/current/sql-explain.html */
final class JsonPlan {

    private static final List<String> CONDITIONS =
            List.of("Index Cond", "Hash Cond", "Merge Cond", "Join Filter", "Filter", "Sort Key", "Group Key");

    private final List<String> shape = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final Set<Access> accesses = new LinkedHashSet<>();

    private JsonPlan() {}

    /** @param rows of tables, by qualified name */
    static Plan of(String json, Map<String, Long> rows) {
        JsonNode root = root(json);
        JsonPlan plan = new JsonPlan();
        plan.add(root, 0, "");
        Map<String, Long> read = new HashMap<>();
        for (Access access : plan.accesses) {
            if (rows.containsKey(access.table())) {
                read.put(access.table(), rows.get(access.table()));
            }
        }
        Long buffers = root.has("Shared Hit Blocks") && root.has("Actual Loops") ? buffers(root) : null;
        return new Plan(
                plan.shape,
                plan.lines,
                plan.accesses,
                read,
                root.path("Total Cost").asDouble(),
                buffers);
    }

    /** Qualified and quoted names of the tables that are read or written, without those of the system and temporary ones. */
    static Set<String> tables(String json) {
        Set<String> tables = new TreeSet<>();
        for (JsonNode name : root(json).findParents("Relation Name")) {
            String schema = name.path("Schema").asText();
            if (!schema.startsWith("pg_")) {
                tables.add(
                        quoted(schema) + "." + quoted(name.path("Relation Name").asText()));
            }
        }
        return tables;
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private static JsonNode root(String json) {
        try {
            return JsonMapper.builder().build().readTree(json).path(0).path("Plan");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("EXPLAIN did not answer with JSON", e);
        }
    }

    private static long buffers(JsonNode node) {
        long sum = 0;
        for (String kind : List.of("Shared", "Local")) {
            sum += node.path(kind + " Hit Blocks").asLong()
                    + node.path(kind + " Read Blocks").asLong();
        }
        return sum
                + node.path("Temp Read Blocks").asLong()
                + node.path("Temp Written Blocks").asLong();
    }

    /** @param above table that the node above reads by this one */
    private void add(JsonNode node, int depth, String above) {
        String table = table(node).isEmpty() ? above : table(node);
        String indent = "  ".repeat(depth);
        shape.add(indent + label(node));
        lines.add(indent + label(node));
        for (String condition : CONDITIONS) {
            if (node.has(condition)) {
                lines.add(indent + "  " + condition + ": " + withoutValues(text(node.path(condition))));
            }
        }
        String type = node.path("Node Type").asText();
        if (node.has("Index Name")) {
            accesses.add(new Access(table, node.path("Index Name").asText()));
        } else if (type.equals("Seq Scan")) {
            accesses.add(new Access(table, ""));
        }
        for (JsonNode child : node.path("Plans")) {
            add(child, depth + 1, table);
        }
    }

    private static String table(JsonNode node) {
        String schema = node.path("Schema").asText();
        String name = node.path("Relation Name").asText();
        return schema.isEmpty() || schema.equals("public") ? name : schema + "." + name;
    }

    private static String label(JsonNode node) {
        String type = node.path("Node Type").asText();
        StringBuilder label = new StringBuilder();
        String parent = node.path("Parent Relationship").asText();
        if (parent.equals("InitPlan") || parent.equals("SubPlan")) {
            label.append(parent).append(": ");
        }
        switch (type) {
            case "Aggregate" ->
                label.append(
                        node.path("Strategy").asText().equals("Plain")
                                ? ""
                                : node.path("Strategy").asText() + " ");
            case "ModifyTable" -> type = node.path("Operation").asText(type);
            default -> label.append(join(node));
        }
        label.append(type);
        if (node.path("Scan Direction").asText().equals("Backward")) {
            label.append(" Backward");
        }
        if (node.has("Index Name")) {
            label.append(" using ").append(node.path("Index Name").asText());
        }
        return label.append(table(node).isEmpty() ? "" : " on " + table(node)).toString();
    }

    private static String join(JsonNode node) {
        String join = node.path("Join Type").asText();
        return join.isEmpty() || join.equals("Inner") ? "" : join + " ";
    }

    private static String text(JsonNode value) {
        if (!value.isArray()) {
            return value.asText();
        }
        List<String> parts = new ArrayList<>();
        value.forEach(part -> parts.add(part.asText()));
        return String.join(", ", parts);
    }

    /** What is compared with differs from run to run, and may be somebody's. */
    private static String withoutValues(String condition) {
        return condition
                .replaceAll("'(?:[^']|'')*'(?:::(?:\"[^\"]*\"|[a-z_][\\w .]*(?:\\(\\d+\\))?(?:\\[])?))?", "?")
                .replaceAll("(?<![\\w$\"])-?\\d+(?:\\.\\d+)?(?![\\w\"])", "?");
    }
}
