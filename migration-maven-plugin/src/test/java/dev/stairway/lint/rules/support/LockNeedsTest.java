package dev.stairway.lint.rules.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.lint.rules.support.LockNeed.Work;
import dev.stairway.lint.schema.SchemaSketch;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Constraint.Kind;
import dev.stairway.script.sql.tree.DataType;
import dev.stairway.script.sql.tree.Expression;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.Reference;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.SqlTree.CreateIndex;
import dev.stairway.script.sql.tree.SqlTree.CreateTable;
import dev.stairway.script.sql.tree.TableAction;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The locks that were seen on a server stand in the manual as well: https://www.postgresql.org/docs/current/sql-altertable.html. */
class LockNeedsTest {

    private static final Name USERS = name("users");
    private static final Name ORDERS = name("orders");

    private final SchemaSketch schema = new SchemaSketch();

    @Test
    void columnWithConstantDefaultIsQuick() {
        assertThat(alter(add(column("state", "text", literal("'new'")))))
                .containsExactly(need(USERS, LockMode.ACCESS_EXCLUSIVE, Work.QUICK));
    }

    @Test
    void columnWithDefaultOfItsOwnForEachRowRewrites() {
        assertThat(alter(add(column("token", "uuid", call("gen_random_uuid")))))
                .containsExactly(need(USERS, LockMode.ACCESS_EXCLUSIVE, Work.REWRITES));
        assertThat(alter(add(column("since", "timestamptz", call("now")))))
                .containsExactly(need(USERS, LockMode.ACCESS_EXCLUSIVE, Work.QUICK));
    }

    @Test
    void notNullScansUntilCheckHasProvenIt() {
        TableAction.AlterNotNull required = new TableAction.AlterNotNull(name("email"), true, 0);
        assertThat(alter(required)).containsExactly(need(USERS, LockMode.ACCESS_EXCLUSIVE, Work.SCANS));

        history(users(column("email", "text", null)));
        Expression check = new Expression("email IS NOT NULL", Set.of(), Set.of("email"), false, false, 0);
        history(alterUsers(new TableAction.AddConstraint(constraint(Kind.CHECK, null, check, false), 0)));
        assertThat(alter(required)).containsExactly(need(USERS, LockMode.ACCESS_EXCLUSIVE, Work.QUICK));
    }

    @Test
    void foreignKeyLocksBothTablesAgainstWriters() {
        assertThat(alter(new TableAction.AddConstraint(constraint(Kind.FOREIGN_KEY, ORDERS, null, false), 0)))
                .containsExactly(
                        need(USERS, LockMode.SHARE_ROW_EXCLUSIVE, Work.SCANS),
                        need(ORDERS, LockMode.SHARE_ROW_EXCLUSIVE, Work.SCANS));
        assertThat(alter(new TableAction.AddConstraint(constraint(Kind.FOREIGN_KEY, ORDERS, null, true), 0)))
                .allMatch(need -> need.work() == Work.QUICK);
    }

    @Test
    void validationLetsEverybodyPass() {
        assertThat(alter(new TableAction.ValidateConstraint(name("c"), 0)))
                .containsExactly(need(USERS, LockMode.SHARE_UPDATE_EXCLUSIVE, Work.SCANS));
    }

    @Test
    void longerVarcharIsQuickAndShorterOneRewrites() {
        history(users(new Column(name("email"), varchar(50), false, null, null, false, false, "", List.of(), 0)));
        assertThat(alter(new TableAction.AlterType(name("email"), varchar(80), null, "", 0)))
                .containsExactly(need(USERS, LockMode.ACCESS_EXCLUSIVE, Work.QUICK));
        assertThat(alter(new TableAction.AlterType(name("email"), varchar(20), null, "", 0)))
                .containsExactly(need(USERS, LockMode.ACCESS_EXCLUSIVE, Work.REWRITES));
    }

    @Test
    void indexKeepsWritersAwayUnlessItIsBuiltConcurrently() {
        assertThat(of(index(false))).containsExactly(need(USERS, LockMode.SHARE, Work.SCANS));
        assertThat(of(index(true))).containsExactly(need(USERS, LockMode.SHARE_UPDATE_EXCLUSIVE, Work.SCANS));
    }

    @Test
    void dropOfIndexLocksItsTable() {
        history(users(column("email", "text", null)));
        history(index(false));
        assertThat(of(new SqlTree.Drop(ObjectKind.INDEX, List.of(name("users_email_idx")), false, false, false, null)))
                .containsExactly(need(USERS, LockMode.ACCESS_EXCLUSIVE, Work.QUICK));
    }

    @Test
    void attachedPartitionIsReadAndItsParentStaysUsable() {
        assertThat(alter(new TableAction.AttachPartition(name("users_old"), false, 0)))
                .containsExactly(
                        need(USERS, LockMode.SHARE_UPDATE_EXCLUSIVE, Work.QUICK),
                        need(name("users_old"), LockMode.ACCESS_EXCLUSIVE, Work.SCANS));
    }

    @Test
    void updateOfNamedRowIsQuickAndOfAllRowsIsNot() {
        Expression one = new Expression("id = 7", Set.of(), Set.of("id"), false, false, 0);
        assertThat(of(update(one))).containsExactly(need(USERS, LockMode.ROW_EXCLUSIVE, Work.QUICK));
        assertThat(of(update(null))).containsExactly(need(USERS, LockMode.ROW_EXCLUSIVE, Work.REWRITES));
    }

    @Test
    void lockTableTakesTheModeThatIsWritten() {
        assertThat(of(new SqlTree.LockTable(List.of(USERS), "SHARE ROW EXCLUSIVE", false)))
                .containsExactly(need(USERS, LockMode.SHARE_ROW_EXCLUSIVE, Work.QUICK));
        assertThat(LockMode.SHARE.blocksWrites()).isTrue();
        assertThat(LockMode.SHARE.blocksReads()).isFalse();
        assertThat(LockMode.SHARE_UPDATE_EXCLUSIVE.blocksWrites()).isFalse();
    }

    private List<LockNeed> alter(TableAction action) {
        return of(alterUsers(action));
    }

    private List<LockNeed> of(SqlTree tree) {
        return LockNeeds.of(tree, schema);
    }

    private void history(SqlTree tree) {
        schema.apply(tree, "000", Table.Origin.HISTORY);
    }

    private static LockNeed need(Name table, LockMode mode, Work work) {
        return new LockNeed(table, mode, work, 0);
    }

    private static AlterTable alterUsers(TableAction action) {
        return new AlterTable(USERS, false, List.of(action));
    }

    private static TableAction.AddColumn add(Column column) {
        return new TableAction.AddColumn(column, false, 0);
    }

    private static CreateTable users(Column column) {
        return new CreateTable(USERS, false, false, false, List.of(column), List.of(), null, false, null, false, false);
    }

    private static CreateIndex index(boolean concurrently) {
        return new CreateIndex(
                name("users_email_idx"), USERS, List.of(), false, concurrently, false, null, "", List.of());
    }

    private static SqlTree.Update update(Expression where) {
        return new SqlTree.Update(USERS, List.of(name("state")), List.of(), where, false, Set.of());
    }

    private static Constraint constraint(Kind kind, Name references, Expression check, boolean notValid) {
        Reference reference = references == null ? null : new Reference(references, List.of(), "", "");
        return new Constraint(kind, name("c"), List.of(), reference, check, notValid, false, null, 0);
    }

    private static Column column(String name, String type, Expression value) {
        DataType plain = new DataType(type, List.of(), false, type);
        return new Column(name(name), plain, false, value, null, false, false, "", List.of(), 0);
    }

    private static DataType varchar(int length) {
        return new DataType("varchar", List.of(length), false, "varchar(" + length + ")");
    }

    private static Expression literal(String text) {
        return new Expression(text, Set.of(), Set.of(), true, false, 0);
    }

    private static Expression call(String function) {
        return new Expression(function + "()", Set.of(function), Set.of(), false, false, 0);
    }

    private static Name name(String name) {
        return new Name("", name, name, false);
    }
}
