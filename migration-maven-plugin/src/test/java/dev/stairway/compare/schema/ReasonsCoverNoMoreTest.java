package dev.stairway.compare.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.compare.logical.LogicalCheck;
import dev.stairway.compare.logical.LogicalColumn;
import dev.stairway.compare.logical.LogicalColumn.Generation;
import dev.stairway.compare.logical.LogicalForeignKey;
import dev.stairway.compare.logical.LogicalIndex;
import dev.stairway.compare.logical.LogicalSchema;
import dev.stairway.compare.logical.LogicalTable;
import dev.stairway.compare.logical.LogicalType;
import dev.stairway.compare.logical.LogicalType.Family;
import dev.stairway.database.DatabaseId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Reasons of differences cover what they are about, and no real difference beside it. */
class ReasonsCoverNoMoreTest {

    private static final String LONG = "customer_" + "x".repeat(70);
    private static final LogicalType TEXT = LogicalType.of(Family.TEXT, "text");
    private static final LogicalType UUID = LogicalType.of(Family.UUID, "uuid");
    private static final LogicalType BOOLEAN = LogicalType.of(Family.BOOLEAN, "boolean");

    @Test
    void aNameThatIsCutIsKnownAndAnotherLongNameIsNot() {
        assertThat(names("sqlite", LONG, LONG.substring(0, 63))).isEqualTo("names-are-cut");
        assertThat(names("sqlite", "customer_x\u00FC" + LONG, ("customer_x\u00FC" + LONG).substring(0, 61)))
                .as("a letter of two bytes")
                .isEqualTo("names-are-cut");
        assertThat(names("mariadb", LONG.substring(0, 64), LONG.substring(0, 63)))
                .isEqualTo("names-are-cut");
        assertThat(names("sqlite", LONG, "other")).isEmpty();
        assertThat(names("sqlite", LONG, "customer_")).as("too short for a cut").isEmpty();
        assertThat(names("sqlite", LONG.substring(0, 62), LONG.substring(0, 61)))
                .as("both fit")
                .isEmpty();
    }

    @Test
    void aCheckOfAllValuesOfATypeIsKnownAndOneOfSomeIsNot() {
        LogicalType mood = new LogicalType(Family.ENUM, null, null, null, "mood", List.of("sad", "happy"));
        assertThat(check("a in (0, 1)", BOOLEAN)).isEqualTo("check-instead-of-type");
        assertThat(check("a in ('happy', 'sad')", mood)).isEqualTo("check-instead-of-type");
        assertThat(check("(a = 1)", BOOLEAN)).isEmpty();
        assertThat(check("a in (0, 1, 2)", BOOLEAN)).isEmpty();
        assertThat(check("a in ('happy')", mood)).isEmpty();
        assertThat(check("a in ('happy', 'sad') and (b > 0)", mood)).isEmpty();
        assertThat(check("a in (0, 1)", TEXT)).isEmpty();
    }

    @Test
    void anIndexOfAForeignKeyIsKnownAndAnyOtherIsNot() {
        assertThat(index("mariadb", "parent_id")).isEqualTo("index-for-foreign-key");
        assertThat(index("mariadb", "name")).isEmpty();
        assertThat(index("sqlite", "parent_id")).as("SQLite makes none").isEmpty();
    }

    @Test
    void aTypeThatAProductHasNotIsKnownAndAnotherTypeIsNot() {
        assertThat(types(TEXT, UUID)).isEqualTo("no-such-type");
        assertThat(types(UUID, UUID)).isEqualTo("no-such-type");
        assertThat(types(UUID, LogicalType.of(Family.JSON, "json"))).isEmpty();
        assertThat(types(LogicalType.of(Family.INTEGER, "integer"), UUID)).isEmpty();
        assertThat(types(LogicalType.of(Family.OTHER, "inet"), LogicalType.of(Family.OTHER, "cidr")))
                .isEmpty();
    }

    private static String names(String product, String one, String other) {
        return reason(
                Aspect.NAME,
                of(product, table(List.of(column(TEXT)), List.of(check(one)), List.of(), List.of())),
                of("postgresql", table(List.of(column(TEXT)), List.of(check(other)), List.of(), List.of())));
    }

    private static LogicalCheck check(String name) {
        return new LogicalCheck(name, "(a > 0)", "a > 0");
    }

    private static String check(String condition, LogicalType type) {
        LogicalCheck check = new LogicalCheck("", condition, condition);
        return reason(
                Aspect.PRESENCE,
                of("sqlite", table(List.of(column(TEXT)), List.of(check), List.of(), List.of())),
                of("postgresql", table(List.of(column(type)), List.of(), List.of(), List.of())));
    }

    private static String index(String product, String column) {
        LogicalForeignKey key =
                new LogicalForeignKey("", List.of("parent_id"), "p", List.of("id"), "NO ACTION", "NO ACTION", false);
        LogicalIndex index = new LogicalIndex("i", List.of(column), false, null);
        return reason(
                Aspect.PRESENCE,
                of(product, table(List.of(column(TEXT)), List.of(), List.of(key), List.of(index))),
                of("postgresql", table(List.of(column(TEXT)), List.of(), List.of(key), List.of())));
    }

    private static String types(LogicalType sqlite, LogicalType postgresql) {
        List<SchemaDifference> all = SchemaComparison.of(List.of(
                of("sqlite", table(List.of(column(sqlite)), List.of(), List.of(), List.of())),
                of("postgresql", table(List.of(column(postgresql)), List.of(), List.of(), List.of()))));
        return all.get(0).reasonId();
    }

    private static String reason(Aspect aspect, Seen one, Seen other) {
        List<SchemaDifference> found = SchemaComparison.of(List.of(one, other)).stream()
                .filter(difference -> difference.aspect() == aspect)
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0).reasonId();
    }

    private static Seen of(String product, LogicalTable table) {
        return new Seen(
                new DatabaseId(product, "1", "embedded"),
                new LogicalSchema(new TreeMap<>(Map.of("t", table)), new TreeSet<>()));
    }

    private static LogicalColumn column(LogicalType type) {
        return new LogicalColumn("a", type, true, null, Generation.NONE);
    }

    private static LogicalTable table(
            List<LogicalColumn> columns,
            List<LogicalCheck> checks,
            List<LogicalForeignKey> references,
            List<LogicalIndex> indexes) {
        return new LogicalTable("t", columns, null, List.of(), references, checks, indexes);
    }
}
