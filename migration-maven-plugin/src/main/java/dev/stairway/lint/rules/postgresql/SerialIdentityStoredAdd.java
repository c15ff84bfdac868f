package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Declared;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.lint.rules.support.Parentheses;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree.CreateType;
import dev.stairway.script.sql.tree.TableAction.AddColumn;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** P15: a new column that numbers, computes or checks every row. */
public final class SerialIdentityStoredAdd implements LintRule {

    private static final Facts FACTS = Phrases.facts("P15", "serial-identity-stored-add", Severity.ERROR)
            .catches("New serial, identity or stored generated column")
            .when(
                    "A table that existed before this release gets a serial column, an identity column, a GENERATED ... STORED"
                            + " one, or one of a domain with constraints. Quiet for virtual generated columns (PostgreSQL 18), on"
                            + " tables of this release and on small ones.")
            .effect(
                    "Every row gets a value of its own, so that the table and all its indexes are written anew under an ACCESS"
                            + " EXCLUSIVE lock: nobody can read or write it, and it needs its size on disk once more.")
            .instead(
                    "Add a plain column, have a default or a trigger fill it for new rows, and fill the rows that are there in"
                            + " batches.")
            .see(Phrases.manual("sql-altertable#SQL-ALTERTABLE-NOTES"), Phrases.manual("ddl-generated-columns"))
            .provenBy(Proof.REWRITES);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Predicate<String> domains =
                Declared.names(release, SerialIdentityStoredAdd.class, SerialIdentityStoredAdd::domains);
        for (StatementView statement : release.statements()) {
            added(statement, domains, remarks);
            Expressions.replaced(statement).ifPresent(change -> recomputed(statement, change, remarks));
        }
    }

    private static void added(StatementView statement, Predicate<String> domains, Remarks remarks) {
        NewColumns.ofUsedTable(statement, (table, add) -> {
            Column column = add.column();
            boolean domain =
                    column.type() != null && domains.test(column.type().name().toLowerCase(Locale.ROOT));
            if (domain || Rewrites.numbersOrComputes(column)) {
                say(statement, table, add, domain, remarks);
            }
        });
    }

    private static void recomputed(StatementView statement, Expressions change, Remarks remarks) {
        remarks.at(
                statement,
                change.offset(),
                change.table() + "." + change.column(),
                change.column() + " gets another expression, so all rows of " + change.table()
                        + " are computed and written anew while nobody can read or write them",
                "a new plain column that a trigger computes in the new way, filled in batches, that takes the name of "
                        + change.column() + " in a later migration");
    }

    /** Domains with constraints. */
    private static Stream<Name> domains(ParsedStatement parsed) {
        return parsed
                .as(CreateType.class)
                .filter(made ->
                        made.kind() == ObjectKind.DOMAIN && !made.constraints().isEmpty())
                .map(CreateType::type)
                .stream();
    }

    private static void say(StatementView statement, Name table, AddColumn add, boolean domain, Remarks remarks) {
        Column column = add.column();
        remarks.at(
                statement,
                add.offset(),
                table + "." + column.name(),
                what(table, column, domain) + " are written anew while nobody can read or write them",
                instead(table, column, domain));
    }

    private static String what(Name table, Column column, boolean domain) {
        if (domain) {
            return "The domain " + column.type().written() + " of " + column.name()
                    + " has constraints, so all rows of " + table;
        }
        return Rewrites.numbers(column)
                ? "Every row of " + table + " gets a number in " + column.name() + ", so all rows"
                : column.name() + " is computed and kept for every row of " + table + ", so all rows";
    }

    private static String instead(Name table, Column column, boolean domain) {
        if (domain) {
            return "the domain's own type and its constraint as a CHECK ... NOT VALID of " + table
                    + ", validated in a later migration";
        }
        return Rewrites.numbers(column) ? numbered(table, column) : computed(table, column);
    }

    private static String numbered(Name table, Column column) {
        String sequence = Names.made(table, column.name(), "seq");
        String value = "nextval('" + sequence + "')";
        return "CREATE SEQUENCE " + sequence + "; ALTER TABLE " + table + " ADD COLUMN " + column.name() + " bigint;"
                + " ALTER TABLE " + table + " ALTER COLUMN " + column.name() + " SET DEFAULT " + value
                + "; and in a later migration fill the rows that are there "
                + Phrases.inBatches(table, column.name() + " = " + value, column.name() + " IS NULL");
    }

    private static String computed(Name table, Column column) {
        String value = Parentheses.without(column.generated().text());
        return "ALTER TABLE " + table + " ADD COLUMN " + column.name() + " "
                + column.type().written() + "; have a trigger compute it from now on, and fill the rows that are there "
                + Phrases.inBatches(table, column.name() + " = " + value, column.name() + " IS NULL")
                + " Or compute it in a view, or from PostgreSQL 18 as a VIRTUAL column";
    }
}
