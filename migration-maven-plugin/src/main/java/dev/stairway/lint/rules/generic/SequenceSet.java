package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.SqlTree.AlterSequence;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.SqlTree.Select;
import dev.stairway.script.sql.tree.TableAction.AlterIdentity;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbering that goes on at another place. */
public final class SequenceSet implements LintRule {

    private static final Pattern SETVAL = Pattern.compile("\\bsetval\\s*\\(\\s*'([^']*)'", Pattern.CASE_INSENSITIVE);
    private static final Pattern MAX =
            Pattern.compile("\\b(?:max\\s*\\(|last_value|nextval|currval)", Pattern.CASE_INSENSITIVE);

    private static final Pattern NAMED =
            Pattern.compile("\\bname[\"`\\]]?\\s*=\\s*'([^']*)'", Pattern.CASE_INSENSITIVE);

    private static final Facts FACTS = Facts.of("G49", "sequence-set", Severity.WARNING)
            .about("postgresql", "sqlite")
            .catches("A sequence that is set to a number")
            .when(
                    "setval() with a plain number, ALTER SEQUENCE ... RESTART, ALTER COLUMN ... RESTART, or a change of sqlite_sequence,"
                            + " of a sequence or table that is not new. Quiet when the number is taken from the data: setval('s', (SELECT"
                            + " max(id) FROM t)).")
            .effect(
                    "A number below one that is in use makes later INSERTs fail with duplicate keys, or gives an old number to a new row."
                            + " Sequences do not take part in transactions: a rollback does not bring the old number back.")
            .instead("Take the number from the data: SELECT setval('seq', (SELECT max(id) FROM t))")
            .see(
                    "https://www.postgresql.org/docs/current/functions-sequence.html",
                    "https://www.postgresql.org/docs/current/sql-altersequence.html",
                    "https://www.sqlite.org/autoinc.html")
            .provenBy(Proof.ROLLBACK_BROKEN, Proof.FAILS_ON_ROWS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        String sql = statement.parsed().source().sql();
        SqlTree tree = statement.tree();
        if (tree instanceof Select select && select.query().functions().contains("setval")) {
            setval(statement, sql, remarks);
        } else if (tree instanceof AlterSequence altered
                && altered.restarts()
                && !statement.schema().isNew(ObjectKind.SEQUENCE, altered.sequence())) {
            String name = altered.sequence().written();
            remarks.at(statement, 0, name, name + " starts anew, whatever numbers are in use");
        } else if (tree instanceof AlterTable altered && !statement.isNew(altered.table())) {
            identity(statement, altered, remarks);
        } else {
            sqlite(statement, tree, sql, remarks);
        }
    }

    private static void setval(StatementView statement, String sql, Remarks remarks) {
        Matcher named = SETVAL.matcher(sql);
        String name = named.find() ? named.group(1) : "";
        Name sequence = new Name("", name.replaceAll(".*\\.|\"", ""), name, false);
        if (!MAX.matcher(sql).find() && !statement.schema().isNew(ObjectKind.SEQUENCE, sequence)) {
            String what = name.isEmpty() ? "A sequence" : name;
            remarks.at(statement, 0, name, what + " is set to a plain number, whatever numbers are in use");
        }
    }

    private static void identity(StatementView statement, AlterTable altered, Remarks remarks) {
        altered.actions().stream()
                .filter(AlterIdentity.class::isInstance)
                .map(AlterIdentity.class::cast)
                .filter(AlterIdentity::restarts)
                .forEach(action -> remarks.at(
                        statement,
                        action.offset(),
                        altered.table().written(),
                        "The numbering of " + altered.table().written() + "."
                                + action.column().written() + " starts anew, whatever numbers are in use",
                        "SELECT setval(pg_get_serial_sequence('"
                                + altered.table().written() + "', '"
                                + action.column().name() + "'), (SELECT max("
                                + action.column().written() + ") FROM "
                                + altered.table().written() + "));"));
    }

    private static void sqlite(StatementView statement, SqlTree tree, String sql, Remarks remarks) {
        Name table = tree instanceof SqlTree.Update update
                ? update.table()
                : tree instanceof SqlTree.Delete delete
                        ? delete.table()
                        : tree instanceof SqlTree.Insert insert ? insert.table() : null;
        if (table != null && table.is("sqlite_sequence") && !takenFromData(sql) && !ofNewTable(statement, sql)) {
            remarks.at(
                    statement,
                    0,
                    "sqlite_sequence",
                    "The numbering of AUTOINCREMENT is set by hand, whatever numbers are in use",
                    "UPDATE sqlite_sequence SET seq = (SELECT max(id) FROM t) WHERE name = 't';");
        }
    }

    /** Nobody has an id of a table that is of this release, the new form of another one among them. */
    private static boolean ofNewTable(StatementView statement, String sql) {
        Matcher named = NAMED.matcher(sql);
        return named.find() && statement.isNew(new Name("", named.group(1), named.group(1), false));
    }

    private static boolean takenFromData(String sql) {
        return MAX.matcher(sql).find()
                || Pattern.compile(
                                        "\\bFROM\\s+sqlite_sequence\\b.*\\bname\\b|\\bSELECT\\b.*\\bseq\\b",
                                        Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
                                .matcher(sql)
                                .find()
                        && !sql.strip().regionMatches(true, 0, "DELETE", 0, 6);
    }
}
