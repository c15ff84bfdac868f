package dev.stairway.script.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.script.sql.SqlStatement;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Constraint.Kind;
import dev.stairway.script.sql.tree.IndexPart;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.TableAction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteParserTest {

    private static ParsedStatement parse(String sql) {
        return SqlParser.parse(new SqlStatement("a.sql", 1, 1, sql), "sqlite");
    }

    private static <T extends SqlTree> T parse(String sql, Class<T> kind) {
        ParsedStatement parsed = parse(sql);
        assertThat(parsed.notCovered()).isEmpty();
        return parsed.as(kind).orElseThrow();
    }

    private static TableAction action(String sql) {
        List<TableAction> actions = parse(sql, SqlTree.AlterTable.class).actions();
        assertThat(actions).hasSize(1);
        return actions.get(0);
    }

    @Test
    void aTableIsReadWithColumnsConstraintsAndOptions() {
        SqlTree.CreateTable made = parse("""
                CREATE TABLE IF NOT EXISTS main."Order" (
                  id INTEGER PRIMARY KEY AUTOINCREMENT,
                  [user id] INT NOT NULL REFERENCES users (id) ON DELETE SET NULL ON UPDATE CASCADE,
                  price DECIMAL(10, 2) DEFAULT -1.5 CHECK (price > 0),
                  at TEXT DEFAULT CURRENT_TIMESTAMP COLLATE nocase,
                  total GENERATED ALWAYS AS (price * 2) STORED,
                  twice AS (total + 1),
                  CONSTRAINT one UNIQUE ("user id", at),
                  CHECK (length(at) > 3 AND price < 10)
                ) STRICT, WITHOUT ROWID""", SqlTree.CreateTable.class);
        assertThat(made.table()).isEqualTo(new Name("main", "Order", "main.\"Order\"", true));
        assertThat(made.ifNotExists()).isTrue();
        assertThat(made.strict()).isTrue();
        assertThat(made.withoutRowid()).isTrue();
        assertThat(made.columns())
                .extracting(column -> column.name().name())
                .containsExactly("id", "user id", "price", "at", "total", "twice");
        assertThat(made.columns()).extracting(Column::identity).startsWith(true, false);
        assertThat(made.columns()).extracting(Column::notNull).startsWith(false, true, false);
        assertThat(made.columns()).extracting(Column::stored).endsWith(false, true, false);
        Constraint foreign = made.columns().get(1).constraints().get(0);
        assertThat(foreign.references().onDelete()).isEqualTo("SET NULL");
        assertThat(foreign.references().onUpdate()).isEqualTo("CASCADE");
        Column price = made.columns().get(2);
        assertThat(price.type().name()).isEqualTo("numeric");
        assertThat(price.type().arguments()).containsExactly(10, 2);
        assertThat(price.type().written()).isEqualTo("DECIMAL(10, 2)");
        assertThat(price.defaultValue().literal()).isTrue();
        assertThat(made.columns().get(3).defaultValue().literal()).isFalse();
        assertThat(made.columns().get(3).defaultValue().functions()).containsExactly("current_timestamp");
        assertThat(made.columns().get(3).collation()).isEqualTo("nocase");
        assertThat(made.columns().get(5).generated().columns()).containsExactly("total");
        assertThat(made.constraints()).extracting(Constraint::kind).containsExactly(Kind.UNIQUE, Kind.CHECK);
        assertThat(made.constraints().get(0).columns()).extracting(Name::name).containsExactly("user id", "at");
        assertThat(made.constraints().get(1).columns()).extracting(Name::name).containsExactly("at", "price");
        assertThat(made.constraints().get(1).check().functions()).containsExactly("length");
    }

    @Test
    void aTableIsReadFromAQuery() {
        SqlTree.CreateTable made = parse(
                "create temp table copy as with x as (select 1) select * from x, users u where u.id in (select id from vip)",
                SqlTree.CreateTable.class);
        assertThat(made.temporary()).isTrue();
        assertThat(made.as().tables()).extracting(Name::name).containsExactly("users", "vip");
        assertThat(made.as().star()).isTrue();
        assertThat(made.as().where().columns()).containsExactlyInAnyOrder("id");
    }

    @Test
    void tablesAreAlteredInTheirFourWaysAndTheNewOnes() {
        assertThat(action("ALTER TABLE a RENAME TO b")).isInstanceOf(TableAction.RenameTable.class);
        assertThat(action("ALTER TABLE a RENAME c TO d")).isInstanceOf(TableAction.RenameColumn.class);
        assertThat(action("ALTER TABLE a DROP c")).isInstanceOf(TableAction.DropColumn.class);
        assertThat(action("ALTER TABLE a DROP CONSTRAINT c")).isInstanceOf(TableAction.DropConstraint.class);
        assertThat(action("ALTER TABLE a ALTER COLUMN c SET NOT NULL")).isInstanceOf(TableAction.AlterNotNull.class);
        assertThat(action("ALTER TABLE a ADD CONSTRAINT c CHECK (d > 1)"))
                .isInstanceOf(TableAction.AddConstraint.class);
        TableAction.AddColumn added =
                (TableAction.AddColumn) action("ALTER TABLE a ADD COLUMN c TEXT NOT NULL DEFAULT (1 + 1)");
        assertThat(added.offset()).isEqualTo(14);
        assertThat(added.column().defaultValue().text()).isEqualTo("1 + 1");
        assertThat(added.column().defaultValue().literal()).isFalse();
    }

    @Test
    void aDefaultInParenthesesIsALiteralWhereItIsOne() {
        TableAction.AddColumn added = (TableAction.AddColumn) action("ALTER TABLE a ADD c DEFAULT ((-1))");
        assertThat(added.column().defaultValue().literal()).isTrue();
    }

    @Test
    void indexesTellColumnsExpressionsAndConditions() {
        SqlTree.CreateIndex made = parse(
                "CREATE UNIQUE INDEX i ON t (a COLLATE nocase DESC, lower(b)) WHERE c IS NOT NULL",
                SqlTree.CreateIndex.class);
        assertThat(made.unique()).isTrue();
        assertThat(made.parts()).extracting(IndexPart::written).containsExactly("a COLLATE nocase DESC", "lower(b)");
        assertThat(made.parts().get(0).column().name()).isEqualTo("a");
        assertThat(made.parts().get(1).expression().functions()).containsExactly("lower");
        assertThat(made.where().columns()).containsExactly("c");
    }

    @Test
    void rowsTellWhatTheyDo() {
        SqlTree.Insert upsert = parse(
                "INSERT INTO t (a, b) VALUES (1, now()), (2, 3) ON CONFLICT (a) DO UPDATE SET b = excluded.b RETURNING *",
                SqlTree.Insert.class);
        assertThat(upsert.rows()).isEqualTo(2);
        assertThat(upsert.onConflict()).isTrue();
        assertThat(upsert.or()).isEmpty();
        assertThat(upsert.functions()).containsExactly("now");
        assertThat(parse("REPLACE INTO t DEFAULT VALUES", SqlTree.Insert.class).or())
                .isEqualTo("REPLACE");
        assertThat(parse("insert or ignore into t select * from u", SqlTree.Insert.class)
                        .or())
                .isEqualTo("IGNORE");
        SqlTree.Update update = parse(
                "UPDATE t SET (a, b) = (SELECT 1, 2), c = random() FROM u WHERE t.id = u.id RETURNING a",
                SqlTree.Update.class);
        assertThat(update.columns()).extracting(Name::name).containsExactly("a", "b", "c");
        assertThat(update.values()).hasSize(3);
        assertThat(update.values().get(0).subquery()).isTrue();
        assertThat(update.where()).isNotNull();
        assertThat(parse("DELETE FROM t RETURNING id", SqlTree.Delete.class).where())
                .isNull();
    }

    @Test
    void aQueryBeforeAnInsertIsNoTable() {
        SqlTree.Insert insert = parse(
                "WITH old AS (SELECT * FROM a) INSERT INTO b (x) SELECT x FROM old WHERE x > 1", SqlTree.Insert.class);
        assertThat(insert.query().tables()).extracting(Name::name).containsExactly("a");
    }

    @Test
    void triggersTellTheirTableEventAndBody() {
        SqlTree.CreateTrigger trigger = parse(
                "CREATE TRIGGER g AFTER UPDATE OF a ON t WHEN new.a > 1 BEGIN UPDATE u SET b = 1; SELECT 2; END",
                SqlTree.CreateTrigger.class);
        assertThat(trigger.table().name()).isEqualTo("t");
        assertThat(trigger.timing()).isEqualTo("AFTER");
        assertThat(trigger.events()).containsExactly("UPDATE");
        assertThat(trigger.body()).startsWith("UPDATE OF a ON t").endsWith("END");
    }

    @Test
    void whatSurroundsStatementsIsRead() {
        assertThat(parse("BEGIN IMMEDIATE", SqlTree.Transaction.class).verb()).isEqualTo("BEGIN");
        assertThat(parse("END TRANSACTION", SqlTree.Transaction.class).verb()).isEqualTo("COMMIT");
        assertThat(parse("ROLLBACK TO a", SqlTree.Transaction.class).verb()).isEqualTo("ROLLBACK TO");
        assertThat(parse("PRAGMA main.Foreign_Keys = OFF", SqlTree.Pragma.class))
                .isEqualTo(new SqlTree.Pragma("foreign_keys", "OFF"));
        assertThat(parse("pragma foreign_keys(on)", SqlTree.Pragma.class).value())
                .isEqualTo("on");
        assertThat(parse("PRAGMA foreign_key_check", SqlTree.Pragma.class).value())
                .isEmpty();
        assertThat(parse("ATTACH DATABASE 'a.db' AS aux", SqlTree.Attach.class))
                .isEqualTo(new SqlTree.Attach("a.db", "aux", false));
        assertThat(parse("DETACH aux", SqlTree.Attach.class).detaches()).isTrue();
        assertThat(parse("VACUUM", SqlTree.Vacuum.class).full()).isFalse();
        assertThat(parse("VACUUM INTO 'b.db'", SqlTree.Other.class).verb()).isEqualTo("VACUUM INTO");
        assertThat(parse("REINDEX t", SqlTree.Reindex.class).name().name()).isEqualTo("t");
        assertThat(parse("DROP TABLE IF EXISTS main.t", SqlTree.Drop.class).kind())
                .isEqualTo(ObjectKind.TABLE);
        assertThat(parse("CREATE VIEW v (a) AS SELECT a FROM t", SqlTree.CreateView.class)
                        .query()
                        .tables())
                .hasSize(1);
        assertThat(parse("CREATE VIRTUAL TABLE f USING fts5(a, tokenize = 'porter')", SqlTree.CreateOther.class)
                        .kind())
                .isEqualTo(ObjectKind.TABLE);
    }

    @Test
    void aLongInsertIsCountedWithoutATree() {
        String rows = "(1, 'it''s; (', max(1, 2)),\n".repeat(100_000);
        SqlTree.Insert insert = parse(
                "INSERT INTO t (a, b, c) VALUES " + rows + "(2, '', date('now')) ON CONFLICT DO NOTHING",
                SqlTree.Insert.class);
        assertThat(insert.rows()).isEqualTo(100_001);
        assertThat(insert.columns()).hasSize(3);
        assertThat(insert.functions()).containsExactlyInAnyOrder("max", "date");
        assertThat(insert.onConflict()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELEC 1",
                "CREATE TABLE t (",
                "ALTER TABLE t ALTER COLUMN a TYPE text",
                "CREATE TABLE t (a int) ENGINE InnoDB",
                "SELECT 'open",
                "SELECT 1\u0000",
                "\uD800",
                ""
            })
    void whatIsNoSqliteIsNotCoveredAndSaysWhy(String sql) {
        ParsedStatement parsed = parse(sql);
        assertThat(parsed.covered()).isFalse();
        assertThat(parsed.notCovered()).isNotBlank();
    }

    @Test
    void depthIsRefusedAndLengthIsNot() {
        assertThat(parse("SELECT " + "(".repeat(1_000) + "1" + ")".repeat(1_000))
                        .notCovered())
                .contains("levels deep");
        assertThat(parse("SELECT " + "NOT ".repeat(10_000) + "1").covered()).isTrue();
        assertThat(parse("SELECT 1" + " OR 1".repeat(10_000)).covered()).isTrue();
        assertThat(parse("SELECT 1" + " UNION SELECT 1".repeat(2_000)).covered())
                .isTrue();
        assertThat(parse("SELECT " + "(SELECT ".repeat(20_000)).covered()).isFalse();
    }
}
