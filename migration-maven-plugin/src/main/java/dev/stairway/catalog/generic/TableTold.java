package dev.stairway.catalog.generic;

import dev.stairway.catalog.ConditionText;
import dev.stairway.catalog.DefaultText;
import dev.stairway.catalog.TypeText;
import dev.stairway.compare.logical.LogicalCheck;
import dev.stairway.compare.logical.LogicalColumn;
import dev.stairway.compare.logical.LogicalColumn.Generation;
import dev.stairway.compare.logical.LogicalForeignKey;
import dev.stairway.compare.logical.LogicalIndex;
import dev.stairway.compare.logical.LogicalKey;
import dev.stairway.compare.logical.LogicalTable;
import dev.stairway.compare.logical.LogicalType;
import dev.stairway.compare.logical.LogicalType.Family;
import dev.stairway.database.generic.facts.ColumnFacts;
import dev.stairway.database.generic.facts.IndexFacts;
import dev.stairway.database.generic.facts.ReferenceFacts;
import dev.stairway.database.generic.facts.TableFacts;
import java.util.List;
import java.util.Map;

/** A table as a driver tells it. */
final class TableTold {

    /** What drivers say for text and bytes without a limit. */
    private static final long UNLIMITED = 1_000_000;

    private final TableFacts facts;
    private final Map<String, Computation> computations;

    /** @param computations by table and column in lower case, with a point between them */
    TableTold(TableFacts facts, Map<String, Computation> computations) {
        this.facts = facts;
        this.computations = computations;
    }

    LogicalTable table(List<LogicalCheck> checks) {
        List<String> key = lower(facts.primaryKey().columns());
        return new LogicalTable(
                lower(facts.name()),
                facts.columns().stream().map(this::column).toList(),
                key.isEmpty() ? null : new LogicalKey(lower(facts.primaryKey().name()), key),
                List.of(),
                facts.foreignKeys().stream().map(TableTold::reference).toList(),
                checks,
                facts.indexes().stream()
                        .filter(index -> !lower(index.columns()).equals(key))
                        .map(TableTold::index)
                        .toList());
    }

    private LogicalColumn column(ColumnFacts column) {
        LogicalType type = type(column);
        String name = lower(column.name());
        Computation computation = computations.get(lower(facts.name()) + "." + name);
        if (computation != null) {
            return new LogicalColumn(name, type, column.nullable(), computation.expression(), computation.generation());
        }
        Generation generation =
                column.counted() ? Generation.COUNTED : column.generated() ? Generation.STORED : Generation.NONE;
        String text = generation == Generation.NONE ? DefaultText.of(column.fallback(), type.family()) : null;
        return new LogicalColumn(name, type, column.nullable(), text, generation);
    }

    private static LogicalType type(ColumnFacts column) {
        String name = lower(column.typeName()).replaceAll("\\(.*\\)", "").strip();
        String declared = numbers(name, column);
        return TypeText.known(declared).orElseGet(() -> LogicalType.of(family(name), declared));
    }

    private static Family family(String name) {
        return name.startsWith("enum") ? Family.ENUM : name.endsWith("array") ? Family.ARRAY : Family.OTHER;
    }

    private static String numbers(String name, ColumnFacts column) {
        Family family = TypeText.known(name).map(LogicalType::family).orElse(Family.OTHER);
        boolean limited = column.size() > 0 && column.size() < UNLIMITED;
        return switch (family) {
            case TEXT, BINARY ->
                limited && !name.endsWith("text") && !name.endsWith("blob") ? name + "(" + column.size() + ")" : name;
            case DECIMAL -> limited ? name + "(" + column.size() + "," + column.digits() + ")" : name;
            default -> name;
        };
    }

    private static LogicalForeignKey reference(ReferenceFacts key) {
        return new LogicalForeignKey(
                lower(key.name()),
                lower(key.columns()),
                lower(key.parent()),
                lower(key.parentColumns()),
                action(key.onDelete()),
                action(key.onUpdate()),
                !key.deferrability().isEmpty());
    }

    private static String action(String rule) {
        return rule.isEmpty() ? "NO ACTION" : rule.toUpperCase(java.util.Locale.ROOT);
    }

    private static LogicalIndex index(IndexFacts index) {
        return new LogicalIndex(
                lower(index.name()),
                index.parts().stream()
                        .map(part -> ConditionText.of(part.column()) + (part.descending() ? " desc" : ""))
                        .toList(),
                index.unique(),
                index.filter().isEmpty() ? null : ConditionText.of(index.filter()));
    }

    private static String lower(String name) {
        return GenericReader.lower(name);
    }

    private static List<String> lower(List<String> names) {
        return names.stream().map(GenericReader::lower).toList();
    }
}
