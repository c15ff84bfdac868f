package dev.stairway.lint.schema;

import static dev.stairway.lint.schema.Trees.alter;
import static dev.stairway.lint.schema.Trees.check;
import static dev.stairway.lint.schema.Trees.column;
import static dev.stairway.lint.schema.Trees.constraint;
import static dev.stairway.lint.schema.Trees.drop;
import static dev.stairway.lint.schema.Trees.foreignKey;
import static dev.stairway.lint.schema.Trees.index;
import static dev.stairway.lint.schema.Trees.name;
import static dev.stairway.lint.schema.Trees.table;
import static dev.stairway.lint.schema.Trees.trigger;
import static dev.stairway.lint.schema.Trees.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Constraint.Kind;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.TableAction;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchemaSketchTest {

    private final SchemaSketch sketch = new SchemaSketch();

    @BeforeEach
    void aShopIsHistory() {
        history(table(
                "users",
                List.of(
                        column("id", "bigserial", constraint(Kind.PRIMARY_KEY, "")),
                        column("Email", "text", constraint(Kind.UNIQUE, "")),
                        column("age", "integer", check("", "age > 0", "age")))));
        history(table(
                "orders",
                List.of(column("id", "bigint"), column("user_id", "bigint")),
                constraint(Kind.PRIMARY_KEY, "", "id"),
                foreignKey("", "user_id", "users")));
        history(index("orders_by_user", "orders", false, "user_id"));
        history(view("buyers", false, "users", "orders"));
        history(view("rich_buyers", false, "buyers"));
        history(trigger("orders_audit", "orders"));
    }

    private void history(SqlTree tree) {
        sketch.apply(tree, "001", Table.Origin.HISTORY);
    }

    private void release(SqlTree tree) {
        sketch.apply(tree, "002", Table.Origin.RELEASE);
    }

    private Table users() {
        return sketch.table(name("users")).orElseThrow();
    }

    private Table orders() {
        return sketch.table(name("orders")).orElseThrow();
    }

    private static List<String> constraints(Table table) {
        return table.constraints().stream().map(one -> one.name().name()).toList();
    }

    @Test
    void constraintsOfColumnsBecomeTheTablesWithPostgresOwnNames() {
        assertThat(constraints(users())).containsExactly("users_pkey", "users_Email_key", "users_age_check");
        assertThat(constraints(orders())).containsExactly("orders_pkey", "orders_user_id_fkey");
        assertThat(users().columns()).allMatch(column -> column.constraints().isEmpty());
        assertThat(users().first(Kind.CHECK).orElseThrow().columns()).containsExactly(name("age"));
    }

    @Test
    void keysAndSerialColumnsAreNeverNull() {
        assertThat(users().columns()).extracting(Column::notNull).containsExactly(true, false, false);
        assertThat(orders().columns()).extracting(Column::notNull).containsExactly(true, false);
        assertThat(sketch.has(ObjectKind.SEQUENCE, name("users_id_seq"))).isTrue();
    }

    @Test
    void namesAreFoundInAnyCaseAndWithOrWithoutTheirSchema() {
        assertThat(sketch.table(name("USERS"))).isPresent();
        assertThat(sketch.table(name("public.users"))).isPresent();
        release(table("audit.users", List.of(column("a", "text"))));
        assertThat(users().columns()).hasSize(3);
        assertThat(sketch.table(name("audit.users")).orElseThrow().columns()).hasSize(1);
        assertThat(sketch.table(name("nobody"))).isEmpty();
    }

    @Test
    void aCopyDoesNotSeeWhatComesLater() {
        SchemaSketch before = sketch.copy();
        release(drop(ObjectKind.TABLE, true, "users"));
        release(table("later", List.of()));
        assertThat(before.table(name("users"))).isPresent();
        assertThat(before.table(name("later"))).isEmpty();
        assertThat(before.referring(name("users"))).hasSize(1);
        assertThat(sketch.table(name("users"))).isEmpty();
    }

    @Test
    void columnsComeAndGoWithWhatNeedsThem() {
        release(alter(
                "users",
                new TableAction.AddColumn(column("team", "bigint", foreignKey("", "team", "orders")), false, 0)));
        assertThat(sketch.referring(name("orders"))).containsExactly(users());
        release(alter("users", new TableAction.DropColumn(name("team"), false, false, 0)));
        assertThat(sketch.referring(name("orders"))).isEmpty();
        release(alter("users", new TableAction.DropColumn(name("AGE"), false, false, 0)));
        assertThat(constraints(users())).containsExactly("users_pkey", "users_Email_key");
        release(alter("orders", new TableAction.DropColumn(name("user_id"), false, false, 0)));
        assertThat(orders().indexes()).isEmpty();
        assertThat(sketch.index(name("orders_by_user"))).isEmpty();
    }

    @Test
    void aRenamedColumnIsRenamedInKeysChecksAndIndexesToo() {
        release(alter("users", new TableAction.RenameColumn(name("age"), name("years"), 0)));
        release(alter("orders", new TableAction.RenameColumn(name("user_id"), name("buyer"), 0)));
        assertThat(users().column(name("years"))).isPresent();
        assertThat(users().first(Kind.CHECK).orElseThrow().check().columns()).containsExactly("years");
        assertThat(orders().first(Kind.FOREIGN_KEY).orElseThrow().columns()).containsExactly(name("buyer"));
        assertThat(orders().indexes().get(0).parts().get(0).column()).isEqualTo(name("buyer"));
    }

    @Test
    void aRenamedColumnIsRenamedInForeignKeysOfOthers() {
        release(table("visits", List.of(column("who", "text")), foreignKey("", "who", "users", "Email")));
        release(alter("users", new TableAction.RenameColumn(name("email"), name("mail"), 0)));
        Table visits = sketch.table(name("visits")).orElseThrow();
        assertThat(visits.first(Kind.FOREIGN_KEY).orElseThrow().references().columns())
                .containsExactly(name("mail"));
    }

    @Test
    void aRenamedTableTakesIndexesTriggersKeysAndViewsAlong() {
        release(alter("orders", new TableAction.RenameTable(name("purchases"), 0)));
        release(alter("users", new TableAction.RenameTable(name("people"), 0)));
        Table purchases = sketch.table(name("purchases")).orElseThrow();
        assertThat(sketch.table(name("orders"))).isEmpty();
        assertThat(purchases.indexes()).extracting(Index::table).containsExactly(name("purchases"));
        assertThat(sketch.index(name("orders_by_user")).orElseThrow().table()).isEqualTo(name("purchases"));
        assertThat(sketch.triggersOn(name("purchases"))).hasSize(1);
        assertThat(sketch.triggersOn(name("orders"))).isEmpty();
        assertThat(sketch.referring(name("people"))).containsExactly(purchases);
        assertThat(sketch.referring(name("users"))).isEmpty();
        assertThat(sketch.viewsOn(name("people"))).hasSize(2);
        assertThat(purchases.origin()).isEqualTo(Table.Origin.HISTORY);
    }

    @Test
    void aTableThatRefersToItselfSurvivesItsRename() {
        release(table("nodes", List.of(column("id", "int"), column("up", "int")), foreignKey("", "up", "nodes")));
        release(alter("nodes", new TableAction.RenameTable(name("tree"), 0)));
        assertThat(sketch.table(name("nodes"))).isEmpty();
        assertThat(sketch.referring(name("tree"))).extracting(Table::name).containsExactly(name("tree"));
    }

    @Test
    void typesDefaultsAndNullabilityFollowTheStatements() {
        release(alter(
                "users",
                new TableAction.AlterDefault(name("age"), Trees.expression("18"), 0),
                new TableAction.AlterNotNull(name("age"), true, 0),
                new TableAction.AlterType(name("age"), column("x", "bigint").type(), null, "", 0),
                new TableAction.AlterNotNull(name("id"), false, 0)));
        Column age = users().column(name("age")).orElseThrow();
        assertThat(age.defaultValue().text()).isEqualTo("18");
        assertThat(age.notNull()).isTrue();
        assertThat(age.type().is("bigint")).isTrue();
        assertThat(users().column(name("id")).orElseThrow().notNull()).isFalse();
    }

    @Test
    void constraintsAreAddedValidatedRenamedAndDroppedByName() {
        Constraint later = new Constraint(
                Kind.CHECK,
                name("old_enough"),
                List.of(),
                null,
                Trees.expression("age > 17", "age"),
                true,
                false,
                null,
                0);
        release(alter("users", new TableAction.AddConstraint(later, 0)));
        assertThat(users().all(Kind.CHECK)).extracting(Constraint::notValid).containsExactly(false, true);
        release(alter("users", new TableAction.ValidateConstraint(name("old_enough"), 0)));
        assertThat(users().all(Kind.CHECK)).noneMatch(Constraint::notValid);
        release(alter("users", new TableAction.RenameConstraint(name("old_enough"), name("adult"), 0)));
        release(alter("users", new TableAction.DropConstraint(name("users_age_check"), false, false, 0)));
        assertThat(users().all(Kind.CHECK)).extracting(Constraint::name).containsExactly(name("adult"));
    }

    @Test
    void aNotNullOfItsOwnCountsOnceItIsValid() {
        Constraint required =
                new Constraint(Kind.NOT_NULL, name("nn"), List.of(name("age")), null, null, true, false, null, 0);
        release(alter("users", new TableAction.AddConstraint(required, 0)));
        assertThat(users().column(name("age")).orElseThrow().notNull()).isFalse();
        release(alter("users", new TableAction.ValidateConstraint(name("nn"), 0)));
        assertThat(users().column(name("age")).orElseThrow().notNull()).isTrue();
        release(alter("users", new TableAction.DropConstraint(name("nn"), false, false, 0)));
        assertThat(users().column(name("age")).orElseThrow().notNull()).isFalse();
    }

    @Test
    void aConstraintTakesOverTheIndexItIsMadeFrom() {
        release(index("users_age_u", "users", true, "age"));
        Constraint unique = new Constraint(
                Kind.UNIQUE, name("one_age"), List.of(), null, null, false, false, name("users_age_u"), 0);
        release(alter("users", new TableAction.AddConstraint(unique, 0)));
        assertThat(sketch.index(name("users_age_u"))).isEmpty();
        assertThat(users().all(Kind.UNIQUE).get(1).columns()).containsExactly(name("age"));
    }

    @Test
    void dropCascadeTakesForeignKeysOfOthersAndViewsAlong() {
        release(drop(ObjectKind.TABLE, true, "users"));
        assertThat(constraints(orders())).containsExactly("orders_pkey");
        assertThat(sketch.views()).isEmpty();
        assertThat(sketch.has(ObjectKind.SEQUENCE, name("users_id_seq"))).isFalse();
    }

    @Test
    void dropAloneKeepsForeignKeysOfOthersAsSqliteDoes() {
        release(drop(ObjectKind.TABLE, false, "users"));
        assertThat(constraints(orders())).contains("orders_user_id_fkey");
        assertThat(sketch.views()).hasSize(2);
        assertThat(sketch.referring(name("users"))).containsExactly(orders());
    }

    @Test
    void aDroppedTableTakesIndexesAndTriggersAlong() {
        release(drop(ObjectKind.TABLE, false, "orders"));
        assertThat(sketch.index(name("orders_by_user"))).isEmpty();
        assertThat(sketch.triggersOn(name("orders"))).isEmpty();
        assertThat(sketch.referring(name("users"))).isEmpty();
    }

    @Test
    void aDroppedPrimaryKeyTakesForeignKeysAlongOnlyWithCascade() {
        SchemaSketch other = sketch.copy();
        other.apply(
                alter("users", new TableAction.DropConstraint(name("users_pkey"), false, false, 0)),
                "002",
                Table.Origin.RELEASE);
        assertThat(other.referring(name("users"))).hasSize(1);
        release(alter("users", new TableAction.DropConstraint(name("users_pkey"), false, true, 0)));
        assertThat(sketch.referring(name("users"))).isEmpty();
    }

    @Test
    void viewsAreFoundThroughOtherViews() {
        assertThat(sketch.viewsOn(name("users")))
                .extracting(View::name)
                .containsExactly(name("buyers"), name("rich_buyers"));
        release(view("buyers", true, "orders"));
        assertThat(sketch.viewsOn(name("users"))).isEmpty();
        assertThat(sketch.isNew(ObjectKind.VIEW, name("buyers"))).isFalse();
        release(drop(ObjectKind.VIEW, true, "buyers"));
        assertThat(sketch.views()).isEmpty();
    }

    @Test
    void whatTheReleaseMakesIsNewAndNothingElse() {
        release(table("fresh", List.of(column("id", "int"))));
        release(index("", "fresh", false, "id"));
        release(index("users_age", "users", false, "age"));
        assertThat(sketch.isNew(ObjectKind.TABLE, name("fresh"))).isTrue();
        assertThat(sketch.isNew(ObjectKind.INDEX, name("fresh_id_idx"))).isTrue();
        assertThat(sketch.isNew(ObjectKind.INDEX, name("users_age"))).isTrue();
        assertThat(sketch.isNew(ObjectKind.TABLE, name("users"))).isFalse();
        assertThat(sketch.isNew(ObjectKind.INDEX, name("orders_by_user"))).isFalse();
        assertThat(sketch.has(ObjectKind.INDEX, name("users_pkey"))).isFalse();
    }

    @Test
    void indexesAreRenamedAndDropped() {
        release(new SqlTree.Rename(ObjectKind.INDEX, name("orders_by_user"), name("by_user")));
        assertThat(orders().indexes()).extracting(Index::name).containsExactly(name("by_user"));
        release(new SqlTree.Rename(ObjectKind.INDEX, name("orders_pkey"), name("orders_key")));
        assertThat(constraints(orders())).contains("orders_key").doesNotContain("orders_pkey");
        release(drop(ObjectKind.INDEX, false, "BY_USER"));
        assertThat(orders().indexes()).isEmpty();
    }

    @Test
    void enumsTriggersAndFunctionsAreKnown() {
        release(new SqlTree.CreateType(ObjectKind.TYPE, name("mood"), List.of("sad", "glad"), List.of()));
        release(new SqlTree.AlterEnum(name("mood"), false, "calm", false, false));
        assertThat(sketch.enumValues(name("MOOD"))).hasValue(List.of("sad", "glad", "calm"));
        assertThat(sketch.has(ObjectKind.TRIGGER, name("orders_audit"))).isTrue();
        release(drop(ObjectKind.TRIGGER, false, "orders_audit"));
        assertThat(sketch.has(ObjectKind.TRIGGER, name("orders_audit"))).isFalse();
        release(drop(ObjectKind.TYPE, false, "mood"));
        assertThat(sketch.enumValues(name("mood"))).isEmpty();
    }

    @Test
    void aDroppedSchemaTakesWhatIsInItAlong() {
        release(new SqlTree.CreateSchema(name("audit"), false));
        release(table("audit.log", List.of(column("id", "serial"))));
        release(view("audit.newest", false, "audit.log"));
        release(drop(ObjectKind.SCHEMA, true, "audit"));
        assertThat(sketch.table(name("audit.log"))).isEmpty();
        assertThat(sketch.view(name("audit.newest"))).isEmpty();
        assertThat(sketch.has(ObjectKind.SEQUENCE, name("audit.log_id_seq"))).isFalse();
        assertThat(sketch.table(name("users"))).isPresent();
    }

    @Test
    void aTableThatIsThereAlreadyStaysWithIfNotExists() {
        release(new SqlTree.CreateTable(
                name("users"), true, false, false, List.of(), List.of(), null, false, null, false, false));
        assertThat(users().columns()).hasSize(3);
        assertThat(sketch.isNew(ObjectKind.TABLE, name("users"))).isFalse();
    }

    @Test
    void aTableMovesToAnotherSchemaWithItsIndexes() {
        release(alter("orders", new TableAction.SetSchema("sales", 0)));
        assertThat(sketch.table(new Name("sales", "orders", "", false))).isPresent();
        assertThat(sketch.table(name("audit.orders"))).isEmpty();
        assertThat(sketch.index(name("sales.orders_by_user"))).isPresent();
    }

    @Test
    void nothingIsNewOnceTheReleaseIsOver() {
        release(table("fresh", List.of(column("id", "serial"))));
        release(index("users_age", "users", false, "age"));
        release(index("lost", "nobody_knows", false, "a"));
        release(view("young", false, "fresh"));
        release(trigger("fresh_audit", "fresh"));
        release(alter("fresh", new TableAction.RenameTable(name("ripe"), 0)));
        SchemaSketch before = sketch.copy();
        sketch.released();
        for (String one : List.of("users_age", "lost")) {
            assertThat(sketch.isNew(ObjectKind.INDEX, name(one))).as(one).isFalse();
            assertThat(before.isNew(ObjectKind.INDEX, name(one))).as(one).isTrue();
        }
        assertThat(sketch.isNew(ObjectKind.TABLE, name("ripe"))).isFalse();
        assertThat(sketch.isNew(ObjectKind.VIEW, name("young"))).isFalse();
        assertThat(sketch.isNew(ObjectKind.TRIGGER, name("fresh_audit"))).isFalse();
        assertThat(sketch.isNew(ObjectKind.SEQUENCE, name("fresh_id_seq"))).isFalse();
        assertThat(sketch.has(ObjectKind.TRIGGER, name("fresh_audit"))).isTrue();
        assertThat(users().indexes()).noneMatch(Index::isNew);
        assertThat(before.isNew(ObjectKind.TABLE, name("ripe"))).isTrue();
    }
}
