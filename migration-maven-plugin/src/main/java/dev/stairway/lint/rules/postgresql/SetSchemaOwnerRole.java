package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Words;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.SqlTree.AlterObject;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.TableAction;
import java.util.List;

/** P49. */
public final class SetSchemaOwnerRole implements LintRule {

    private static final Facts FACTS = Facts.of("P49", "set-schema-owner-role", Severity.WARNING)
            .about("postgresql")
            .catches("Something gets another schema or owner, or what follows is made by another role")
            .when(
                    "SET SCHEMA or OWNER TO of something that an earlier release made; REASSIGN OWNED; SET ROLE or SET SESSION"
                            + " AUTHORIZATION that the migration does not take back.")
            .effect(
                    "Queries that find the table by the search_path or by its full name fail, rights that the old owner had or gave are"
                            + " gone, and a later migration may not be allowed to change it any more.")
            .instead(
                    "Grant the rights that are missing, or move the object when no running release of the application uses it any more")
            .see(
                    "https://www.postgresql.org/docs/current/ddl-priv.html",
                    "https://www.postgresql.org/docs/current/sql-set-role.html")
            .provenBy(Proof.QUERY_SUFFERS, Proof.FAILS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        release.statements().forEach(statement -> {
            if (statement.tree() instanceof AlterTable alter && !statement.isNew(alter.table())) {
                alter.actions().forEach(action -> table(statement, alter.table(), action, remarks));
            } else if (statement.tree() instanceof AlterObject alter) {
                object(statement, alter, remarks);
            } else if (setsOrReassigns(statement.parsed().source().sql())) {
                role(statement, remarks);
            }
        });
    }

    private static void table(StatementView statement, Name table, TableAction action, Remarks remarks) {
        if (action instanceof TableAction.SetSchema move) {
            moved(statement, move.offset(), table, "schema " + move.schema(), remarks);
        } else if (action instanceof TableAction.SetOwner owner) {
            owned(statement, owner.offset(), table, owner.owner(), remarks);
        }
    }

    private static void object(StatementView statement, AlterObject alter, Remarks remarks) {
        Words what = Words.of(alter.what());
        boolean made = statement.schema().isNew(alter.kind(), alter.name()) || madeHere(statement, alter.name());
        if (made || what.size() == 0) {
            return;
        }
        if (what.find("SET", "SCHEMA") >= 0) {
            moved(statement, 0, alter.name(), "schema " + what.written(what.size() - 1), remarks);
        } else if (what.find("OWNER", "TO") >= 0) {
            owned(statement, 0, alter.name(), what.written(what.size() - 1), remarks);
        }
    }

    /** Functions and the like, of which the schema keeps no age. */
    private static boolean madeHere(StatementView statement, Name name) {
        return statement.before().stream().map(ParsedStatement::tree).anyMatch(tree -> makes(tree, name));
    }

    private static boolean makes(SqlTree tree, Name name) {
        return tree instanceof SqlTree.CreateFunction made && made.function().same(name)
                || tree instanceof SqlTree.CreateOther other
                        && other.name() != null
                        && other.name().same(name)
                || tree instanceof SqlTree.CreateView view && view.view().same(name)
                || tree instanceof SqlTree.CreateSchema schema
                        && schema.schema().same(name)
                || tree instanceof SqlTree.CreateType type && type.type().same(name)
                || tree instanceof SqlTree.CreateSequence sequence
                        && sequence.sequence().same(name);
    }

    private static void moved(StatementView statement, int offset, Name name, String to, Remarks remarks) {
        remarks.at(
                statement,
                offset,
                name.written(),
                name + " moves to " + to + ", and whoever looks for it where it was does not find it",
                "Leave a view named " + name + " where it was until no running release of the application uses it");
    }

    private static void owned(StatementView statement, int offset, Name name, String to, Remarks remarks) {
        remarks.at(
                statement,
                offset,
                name.written(),
                name + " belongs to " + to + " from now on, and its old owner loses the rights to change it",
                "GRANT the rights that " + to + " needs on " + name
                        + ", or see to it that every later migration runs as " + to);
    }

    private static boolean setsOrReassigns(String sql) {
        return Words.startsWith(sql, "SET") || Words.startsWith(sql, "REASSIGN");
    }

    private static void role(StatementView statement, Remarks remarks) {
        Words words = Words.of(statement.parsed().source().sql());
        if (words.begins("REASSIGN", "OWNED")) {
            remarks.at(statement, 0, "", "Everything that a role owns gets another owner at once");
        } else if (changesRole(words) && statement.after().stream().noneMatch(SetSchemaOwnerRole::takesBack)) {
            remarks.at(
                    statement,
                    0,
                    "",
                    "Everything that the session makes from here on belongs to another role",
                    "SET LOCAL ROLE in a transaction, or RESET ROLE at the end of the migration");
        }
    }

    private static boolean changesRole(Words words) {
        boolean role = words.begins("SET", "ROLE") || words.begins("SET", "SESSION", "ROLE");
        boolean session = words.begins("SET", "SESSION", "AUTHORIZATION");
        String to = words.word(words.size() - 1);
        return (role || session) && !List.of("NONE", "DEFAULT").contains(to);
    }

    private static boolean takesBack(ParsedStatement statement) {
        Words words = Words.of(statement.source().sql());
        boolean reset = words.begins("RESET", "ROLE")
                || words.begins("RESET", "SESSION", "AUTHORIZATION")
                || words.begins("RESET", "ALL")
                || words.begins("DISCARD", "ALL");
        boolean none =
                words.begins("SET", "ROLE", "NONE") || words.begins("SET", "SESSION", "AUTHORIZATION", "DEFAULT");
        return reset || none;
    }
}
