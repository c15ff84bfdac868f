package dev.stairway.compare.behaviour;

import dev.stairway.compare.logical.LogicalForeignKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table that all databases have, with what probes need: the columns that all have, and rows that every database takes
 * as they are.
 *
 * @param name plain, in lower case
 * @param subjects columns that all databases have
 * @param required names of columns that must have a value on at least one database
 * @param counted names of columns that at least one database counts by itself
 * @param countedEverywhere names of columns that every database counts by itself
 * @param computed names of columns that the databases compute
 * @param defaulted names of columns that at least one database has a default for
 * @param keys columns of primary and unique keys of any database
 * @param references of any database
 * @param checks conditions of any database that speak of a column of this table
 * @param spares rows that are stored nowhere, by column; at least one
 * @param stored a row that is stored everywhere, by column; empty where there is none
 */
record TableCase(
        String name,
        List<Subject> subjects,
        Set<String> required,
        Set<String> counted,
        Set<String> countedEverywhere,
        Set<String> computed,
        Set<String> defaulted,
        List<List<String>> keys,
        List<LogicalForeignKey> references,
        List<Condition> checks,
        List<Map<String, Cell>> spares,
        List<Map<String, Cell>> stored) {

    /**
     * What a check says of columns.
     *
     * @param columns in lower case
     * @param constants that the condition compares with
     */
    record Condition(Set<String> columns, List<String> constants) {}

    TableCase withSpares(List<Map<String, Cell>> rows) {
        return new TableCase(
                name,
                subjects,
                required,
                counted,
                countedEverywhere,
                computed,
                defaulted,
                keys,
                references,
                checks,
                List.copyOf(rows),
                stored);
    }

    /** A row that every database takes. */
    Map<String, Cell> spare() {
        return spares.get(0);
    }

    /** The row with another value in one column. */
    Map<String, Cell> with(String column, Cell cell) {
        return with(spare(), column, cell);
    }

    static Map<String, Cell> with(Map<String, Cell> row, String column, Cell cell) {
        Map<String, Cell> changed = new LinkedHashMap<>(row);
        changed.put(column, cell);
        return changed;
    }

    /** The row without a word about one column. */
    Map<String, Cell> without(String column) {
        Map<String, Cell> changed = new LinkedHashMap<>(spare());
        changed.remove(column);
        return changed;
    }

    /** Columns of a row. */
    static Map<String, Cell> part(Map<String, Cell> row, List<String> columns) {
        Map<String, Cell> part = new LinkedHashMap<>();
        columns.forEach(column -> part.put(column, row.getOrDefault(column, Cell.NULL)));
        return part;
    }

    Optional<Subject> subject(String column) {
        return subjects.stream().filter(each -> each.column().equals(column)).findFirst();
    }

    /** Columns that a row brings, as a rule. */
    List<Subject> given() {
        return subjects.stream()
                .filter(each -> !computed.contains(each.column()))
                .toList();
    }
}
