package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.Targets;
import dev.stairway.lint.rules.support.Course;
import dev.stairway.lint.rules.support.Words;
import dev.stairway.script.sql.tree.SqlTree.CreateTable;
import java.util.Locale;
import java.util.regex.Pattern;

/** P51. */
public final class PostgresqlVersionGate implements LintRule {

    private static final Facts FACTS = Facts.of("P51", "postgresql-version-gate", Severity.ERROR)
            .about("postgresql")
            .catches("Syntax that the oldest server of the matrix does not know")
            .when(
                    "A statement uses syntax, a function or a role that a server of the matrix is too old for, or one that a server of"
                            + " the matrix is too new for. A function that the changelog makes itself is never meant, and neither is what"
                            + " stands in a string, a function body or a comment.")
            .effect("The migration passes on one server and fails on another.")
            .instead("Write what every version of the matrix knows, or drop the older versions from the matrix")
            .see("https://www.postgresql.org/docs/release/")
            .provenBy(Proof.FAILS, Proof.DATABASES_DIFFER);

    private static final Pattern NEW_NUMBER = Pattern.compile("[0-9]+(_[0-9]+)+|0[XOB][0-9A-F_]+");

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Course.each(release, (statement, before) -> {
            Words words = Words.of(statement.parsed().source().sql());
            syntax(statement, words, remarks);
            functions(statement, words, before, remarks);
            TreeGates.of(statement.tree(), statement.schema()).stream()
                    .filter(found -> statement.targets().anyBefore(found.since(), 0))
                    .forEach(found ->
                            tooOld(statement, found.offset(), found.since(), found.what(), found.instead(), remarks));
            numbers(statement, words, remarks);
            removed(statement, words, remarks);
        });
    }

    private static void syntax(StatementView statement, Words words, Remarks remarks) {
        for (Gate gate : SyntaxGates.ALL) {
            int at = statement.targets().anyBefore(gate.since(), 0) ? gate.find(words) : -1;
            if (at >= 0) {
                int offset = at < words.size() ? words.offset(at) : 0;
                tooOld(statement, offset, gate.since(), gate.what(), gate.instead(), remarks);
            }
        }
    }

    private static void functions(StatementView statement, Words words, Course before, Remarks remarks) {
        for (int version : FunctionGates.versions()) {
            int at = statement.targets().anyBefore(version, 0) ? FunctionGates.find(words, version) : -1;
            if (at >= 0 && before.function(words.word(at)).isEmpty()) {
                String what = words.word(at).toLowerCase(Locale.ROOT) + "()";
                tooOld(statement, words.offset(at), version, what, FunctionGates.instead(words.word(at)), remarks);
            }
        }
    }

    /** {@code 1_000} and {@code 0xFF}; an older server takes the second for 0 with a name behind it. */
    private static void numbers(StatementView statement, Words words, Remarks remarks) {
        for (int at = 0; statement.targets().anyBefore(16, 0) && at < words.size(); at++) {
            if (isNewNumber(words.word(at))) {
                tooOld(
                        statement,
                        words.offset(at),
                        16,
                        "A number like " + words.written(at),
                        "The plain number",
                        remarks);
            }
        }
    }

    private static boolean isNewNumber(String word) {
        boolean plain = word.isEmpty() || word.charAt(0) < '0' || word.charAt(0) > '9';
        return !plain && NEW_NUMBER.matcher(word).matches();
    }

    private static void removed(StatementView statement, Words words, Remarks remarks) {
        boolean unlogged = statement.tree() instanceof CreateTable create && create.unlogged() && create.partitioned();
        if (unlogged && statement.targets().anyFrom(18, 0)) {
            remarks.at(
                    statement,
                    0,
                    "",
                    "A partitioned table that is UNLOGGED is refused from PostgreSQL 18 on, and the matrix has "
                            + statement.targets().newest(),
                    "Make the partitions UNLOGGED, not the table");
        }
        for (Gate gate : RemovedSyntax.ALL) {
            int at = statement.targets().anyFrom(gate.since(), 0) ? gate.find(words) : -1;
            if (at >= 0) {
                remarks.at(
                        statement,
                        at < words.size() ? words.offset(at) : 0,
                        "",
                        capital(gate.what()) + " is gone since PostgreSQL " + gate.since() + ", and the matrix has "
                                + statement.targets().newest(),
                        gate.instead());
            }
        }
    }

    private static void tooOld(
            StatementView statement, int offset, int since, String what, String instead, Remarks remarks) {
        Targets targets = statement.targets();
        remarks.at(
                statement,
                offset,
                "",
                capital(what) + " is known from PostgreSQL " + since + " on, and the matrix has " + targets.oldest(),
                instead);
    }

    private static String capital(String what) {
        return what.endsWith("()") ? what : what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1);
    }
}
