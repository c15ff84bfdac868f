package dev.stairway.compare.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.compare.logical.LogicalCheck;
import dev.stairway.compare.logical.LogicalColumn;
import dev.stairway.compare.logical.LogicalColumn.Generation;
import dev.stairway.compare.logical.LogicalForeignKey;
import dev.stairway.compare.logical.LogicalIndex;
import dev.stairway.compare.logical.LogicalKey;
import dev.stairway.compare.logical.LogicalSchema;
import dev.stairway.compare.logical.LogicalTable;
import dev.stairway.compare.logical.LogicalType;
import dev.stairway.compare.logical.LogicalType.Family;
import dev.stairway.database.DatabaseId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What counts as a difference, and its near miss that does not. */
class SchemaComparisonTest {

    private static final LogicalType INTEGER = LogicalType.of(Family.INTEGER, "integer");
    private static final LogicalType TEXT = LogicalType.of(Family.TEXT, "text");

    @Test
    void aTableThatIsMissingIsOneDifferenceHoweverMuchIsInIt() {
        assertThat(open(of("postgresql", "17", table(column("a", INTEGER))), of("postgresql", "18")))
                .containsExactly("t: there on postgresql 17, missing on postgresql 18");
    }

    @Test
    void equalSchemasDifferInNothing() {
        assertThat(open(
                        of("postgresql", "17", table(column("a", INTEGER))),
                        of("postgresql", "18", table(column("a", INTEGER)))))
                .isEmpty();
    }

    @Test
    void aColumnThatIsMissingIsADifferenceAndAnotherPlaceOfItAnother() {
        LogicalTable both = table(column("a", INTEGER), column("b", INTEGER), column("c", INTEGER));
        assertThat(open(
                        of("mariadb", "11", both),
                        of("postgresql", "18", table(column("a", INTEGER), column("c", INTEGER)))))
                .containsExactly("t.b: there on mariadb 11, missing on postgresql 18");
        LogicalTable turned = table(column("b", INTEGER), column("a", INTEGER), column("c", INTEGER));
        assertThat(open(of("postgresql", "17", both), of("postgresql", "18", turned)))
                .containsExactly("t, column order: a, b, c on postgresql 17, b, a, c on postgresql 18");
    }

    @Test
    void lengthsCountAndWhatTheyAreDeclaredAsDoesNot() {
        LogicalType fifty = new LogicalType(Family.TEXT, 50, null, null, "character varying(50)");
        LogicalType alsoFifty = new LogicalType(Family.TEXT, 50, null, null, "varchar(50)");
        LogicalType sixty = new LogicalType(Family.TEXT, 60, null, null, "varchar(60)");

        assertThat(open(
                        of("postgresql", "18", table(column("a", fifty))),
                        of("h2", "2", table(column("a", alsoFifty)))))
                .isEmpty();
        assertThat(open(of("postgresql", "18", table(column("a", fifty))), of("h2", "2", table(column("a", sixty)))))
                .containsExactly("t.a: varchar(50) on postgresql 18, varchar(60) on h2 2");
        assertThat(open(of("sqlite", "3.54.1", table(column("a", sixty))), of("h2", "2", table(column("a", fifty)))))
                .as("SQLite enforces neither, but somebody has changed one of them")
                .hasSize(1);
    }

    @Test
    void whatSqliteDoesNotEnforceIsKnownAndAnotherTypeIsNot() {
        LogicalType fifty = new LogicalType(Family.TEXT, 50, null, null, "varchar(50)");
        List<SchemaDifference> differences = compare(
                of("sqlite", "3.54.1", table(column("a", fifty))), of("postgresql", "18", table(column("a", fifty))));
        assertThat(differences).singleElement().satisfies(difference -> {
            assertThat(difference.explained()).isTrue();
            assertThat(difference.reasonId()).isEqualTo("sqlite-lengths-not-enforced");
        });

        assertThat(open(
                        of("sqlite", "3.54.1", table(column("a", TEXT))),
                        of("postgresql", "18", table(column("a", INTEGER)))))
                .containsExactly("t.a: text on sqlite 3.54.1, integer on postgresql 18");
    }

    @Test
    void aBooleanThatIsANumberIsKnownAndItsOtherDefaultIsNot() {
        LogicalType yes = LogicalType.of(Family.BOOLEAN, "boolean");
        LogicalColumn number = new LogicalColumn("a", INTEGER, false, "1", Generation.NONE);
        LogicalColumn truth = new LogicalColumn("a", yes, false, "true", Generation.NONE);
        LogicalColumn untruth = new LogicalColumn("a", yes, false, "false", Generation.NONE);

        assertThat(open(of("sqlite", "3", table(number)), of("postgresql", "18", table(truth))))
                .isEmpty();
        assertThat(open(of("sqlite", "3", table(number)), of("postgresql", "18", table(untruth))))
                .containsExactly("t.a, default: 1 on sqlite 3, false on postgresql 18");
    }

    @Test
    void anExpressionThatADriverDoesNotTellIsNoDifferenceAndAPlainColumnIsOne() {
        LogicalTable untold = table(new LogicalColumn("a", INTEGER, true, null, Generation.STORED));
        LogicalTable told = table(new LogicalColumn("a", INTEGER, true, "(b * 2)", Generation.STORED));

        assertThat(open(of("hsqldb", "2", untold), of("postgresql", "18", told)))
                .isEmpty();
        assertThat(open(of("hsqldb", "2", untold), of("postgresql", "18", table(column("a", INTEGER)))))
                .containsExactly("t.a: computed and kept on hsqldb 2, value given by the row on postgresql 18");
    }

    @Test
    void aPrimaryKeyThatTakesNullInSqliteIsADifferenceWithItsReason() {
        LogicalColumn open = new LogicalColumn("a", TEXT, true, null, Generation.NONE);
        LogicalColumn closed = new LogicalColumn("a", TEXT, false, null, Generation.NONE);

        List<SchemaDifference> differences =
                compare(of("sqlite", "3", keyed(open)), of("postgresql", "18", keyed(closed)));

        assertThat(differences).singleElement().satisfies(difference -> {
            assertThat(difference.explained()).isFalse();
            assertThat(difference.reason()).contains("Say NOT NULL as well");
        });
        assertThat(compare(of("sqlite", "3", table(open)), of("postgresql", "18", table(closed))))
                .singleElement()
                .satisfies(difference -> assertThat(difference.reason()).isEmpty());
    }

    @Test
    void actionsOfForeignKeysCountAndNamesThatNobodyGaveDoNot() {
        LogicalTable cascade = table(reference("t_a_fkey", "CASCADE"));
        LogicalTable unnamed = table(reference("", "CASCADE"));
        LogicalTable restrict = table(reference("", "RESTRICT"));

        assertThat(open(of("postgresql", "18", cascade), of("sqlite", "3", unnamed)))
                .isEmpty();
        assertThat(open(of("postgresql", "18", cascade), of("sqlite", "3", restrict)))
                .containsExactly("t foreign key (a) -> p, on delete: CASCADE on postgresql 18, RESTRICT on sqlite 3");
        assertThat(open(of("h2", "2", cascade), of("postgresql", "18", table(reference("fk_other", "CASCADE")))))
                .containsExactly("t foreign key (a) -> p, name: t_a_fkey on h2 2, fk_other on postgresql 18");
    }

    @Test
    void aUniqueConstraintAndAUniqueIndexAreTheSameAndAPlainIndexIsNot() {
        LogicalTable constraint = unique(List.of(new LogicalKey("u", List.of("a"))), List.of());
        LogicalTable index = unique(List.of(), List.of(new LogicalIndex("u", List.of("a"), true, null)));
        LogicalTable plain = unique(List.of(), List.of(new LogicalIndex("u", List.of("a"), false, null)));
        LogicalTable partial = unique(List.of(), List.of(new LogicalIndex("u", List.of("a"), true, "a > 0")));

        assertThat(open(of("postgresql", "18", constraint), of("h2", "2", index)))
                .isEmpty();
        assertThat(open(of("postgresql", "18", constraint), of("h2", "2", plain)))
                .containsExactly(
                        "t unique key (a): there on postgresql 18, missing on h2 2",
                        "t index (a): missing on postgresql 18, there on h2 2");
        assertThat(open(of("postgresql", "18", index), of("h2", "2", partial))).hasSize(2);
    }

    @Test
    void aCheckIsTheSameByItsConditionAndNotByItsName() {
        LogicalTable one = checked("(a > 0)", "c");
        assertThat(open(of("postgresql", "18", one), of("sqlite", "3", checked("(a > 0)", ""))))
                .isEmpty();
        assertThat(open(of("postgresql", "18", one), of("sqlite", "3", checked("(a > 1)", "c"))))
                .containsExactly(
                        "t check (a > 0): there on postgresql 18, missing on sqlite 3",
                        "t check (a > 1): missing on postgresql 18, there on sqlite 3");
    }

    @Test
    void manyVersionsThatAgreeAreOneSide() {
        List<Seen> seen = new ArrayList<>();
        List.of("14", "15", "16", "17", "18")
                .forEach(major -> seen.add(of("postgresql", major, table(column("a", TEXT)))));
        seen.add(of("sqlite", "3.54.1"));

        assertThat(SchemaComparison.of(seen))
                .singleElement()
                .satisfies(difference -> assertThat(difference.what())
                        .isEqualTo("t: there on postgresql 14 to 18, missing on sqlite 3.54.1"));
    }

    private static List<String> open(Seen... seen) {
        return compare(seen).stream()
                .filter(difference -> !difference.explained())
                .map(SchemaDifference::what)
                .toList();
    }

    private static List<SchemaDifference> compare(Seen... seen) {
        return SchemaComparison.of(List.of(seen));
    }

    private static Seen of(String product, String version, LogicalTable... tables) {
        TreeMap<String, LogicalTable> byName = new TreeMap<>();
        for (LogicalTable table : tables) {
            byName.put(table.name(), table);
        }
        return new Seen(new DatabaseId(product, version, "embedded"), new LogicalSchema(byName, new TreeSet<>()));
    }

    private static LogicalColumn column(String name, LogicalType type) {
        return new LogicalColumn(name, type, true, null, Generation.NONE);
    }

    private static LogicalTable table(LogicalColumn... columns) {
        return new LogicalTable("t", List.of(columns), null, List.of(), List.of(), List.of(), List.of());
    }

    private static LogicalTable keyed(LogicalColumn column) {
        return new LogicalTable(
                "t",
                List.of(column),
                new LogicalKey("", List.of(column.name())),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static LogicalForeignKey reference(String name, String onDelete) {
        return new LogicalForeignKey(name, List.of("a"), "p", List.of("id"), onDelete, "NO ACTION", false);
    }

    private static LogicalTable table(LogicalForeignKey key) {
        return new LogicalTable("t", List.of(column("a", TEXT)), null, List.of(), List.of(key), List.of(), List.of());
    }

    private static LogicalTable unique(List<LogicalKey> keys, List<LogicalIndex> indexes) {
        return new LogicalTable("t", List.of(column("a", TEXT)), null, keys, List.of(), List.of(), indexes);
    }

    private static LogicalTable checked(String text, String name) {
        return new LogicalTable(
                "t",
                List.of(column("a", TEXT)),
                null,
                List.of(),
                List.of(),
                List.of(new LogicalCheck(name, text, text)),
                List.of());
    }
}
