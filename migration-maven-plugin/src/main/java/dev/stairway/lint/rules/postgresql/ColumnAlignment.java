package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.SqlTree.CreateTable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** P48. */
public final class ColumnAlignment implements LintRule {

    private static final int USUAL_LIMIT = 8;
    /** Bytes of types of a fixed length; each begins at a multiple of the smaller of its length and 8. */
    private static final Map<String, Integer> LENGTHS = Map.ofEntries(
            Map.entry("boolean", 1),
            Map.entry("smallint", 2),
            Map.entry("smallserial", 2),
            Map.entry("integer", 4),
            Map.entry("serial", 4),
            Map.entry("date", 4),
            Map.entry("real", 4),
            Map.entry("bigint", 8),
            Map.entry("bigserial", 8),
            Map.entry("double precision", 8),
            Map.entry("timestamp", 8),
            Map.entry("timestamptz", 8),
            Map.entry("time", 8),
            Map.entry("money", 8));

    private static final Facts FACTS = Facts.of("P48", "column-alignment", Severity.INFO)
            .onRequest()
            .about("postgresql")
            .catches("The order of the columns wastes space in every row")
            .when(
                    "A new table whose columns of a fixed length leave at least 8 bytes of padding between them, or as many as the limit"
                            + " says. Columns of a variable length are not counted.")
            .effect(
                    "Each value begins at a multiple of its length. A boolean before a bigint costs 7 bytes in every row, in memory and"
                            + " on disk.")
            .instead("Long columns of a fixed length first, then shorter ones, then those of a variable length")
            .see("https://www.postgresql.org/docs/current/storage-page-layout.html#STORAGE-TUPLE-LAYOUT");

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        statement.as(CreateTable.class).filter(table -> !table.temporary()).ifPresent(table -> {
            List<Column> fixed = table.columns().stream()
                    .filter(column -> length(column) > 0)
                    .toList();
            int padding = padding(fixed);
            if (padding >= statement.setting().limit(FACTS, USUAL_LIMIT)) {
                remarks.at(
                        statement,
                        0,
                        table.table().written(),
                        "Each row of " + table.table() + " holds " + padding + " bytes of padding",
                        "Order the columns by length: " + ordered(fixed) + ", then the others");
            }
        });
    }

    private static int length(Column column) {
        boolean plain = column.type() != null && !column.type().array();
        return plain ? LENGTHS.getOrDefault(column.type().name(), 0) : 0;
    }

    private static int padding(List<Column> columns) {
        int at = 0;
        int padding = 0;
        for (Column column : columns) {
            int length = length(column);
            int gap = (length - at % length) % length;
            padding += gap;
            at += gap + length;
        }
        return padding;
    }

    private static String ordered(List<Column> columns) {
        return columns.stream()
                .sorted(Comparator.comparingInt(ColumnAlignment::length).reversed())
                .map(column -> column.name().written())
                .collect(Collectors.joining(", "));
    }
}
