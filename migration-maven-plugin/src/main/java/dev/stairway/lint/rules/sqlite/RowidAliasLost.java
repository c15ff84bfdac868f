package dev.stairway.lint.rules.sqlite;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.CreateTable;
import java.util.Optional;

/** A key that was the number of the row itself becomes an ordinary column. */
public final class RowidAliasLost implements LintRule {

    private static final Facts FACTS = Facts.of("L16", "rowid-alias-lost", Severity.WARNING)
            .about("sqlite")
            .catches("a rebuild that turns INTEGER PRIMARY KEY into something else")
            .when(
                    "A table whose key is INTEGER PRIMARY KEY is written anew with another type of that key, WITHOUT ROWID, or"
                            + " without the key. Quiet when some column of the new table is INTEGER PRIMARY KEY.")
            .effect(
                    "Only the very word INTEGER makes a key the number of the row. With INT or BIGINT an insert without an id"
                            + " stores NULL, last_insert_rowid() is not the id any more, and WITHOUT ROWID gives no ids at all.")
            .instead(
                    "Declare the key as INTEGER PRIMARY KEY, whatever size its numbers have: SQLite stores 64 bits anyway.")
            .see("https://www.sqlite.org/lang_createtable.html#rowid", "https://www.sqlite.org/withoutrowid.html")
            .provenBy(Proof.QUERY_SUFFERS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        for (Rebuilt rebuilt : Rebuilt.of(release)) {
            Optional<Name> key = Rebuilt.rowid(rebuilt.old());
            boolean lost = key.isPresent() && Rebuilt.rowid(rebuilt.now()).isEmpty();
            if (lost && !rebuilt.fromQuery()) {
                remarks.at(made(release, rebuilt), 0, rebuilt.name().written(), what(rebuilt, key.get()));
            }
        }
    }

    /** The statement that makes the new form, which is where the mistake is. */
    private static StatementView made(ReleaseView release, Rebuilt rebuilt) {
        return release.statements().stream()
                .filter(statement -> statement
                        .migration()
                        .id()
                        .equals(rebuilt.drop().migration().id()))
                .filter(statement -> statement
                        .as(CreateTable.class)
                        .filter(made -> made.table().same(rebuilt.rebuild().copy())
                                || made.table().same(rebuilt.name()))
                        .isPresent())
                .findFirst()
                .orElse(rebuilt.drop());
    }

    private static String what(Rebuilt rebuilt, Name key) {
        Table now = rebuilt.now();
        String begin = key + " of " + rebuilt.name() + " is no longer the number of the row, because ";
        if (now.withoutRowid()) {
            return begin + "the new table is WITHOUT ROWID";
        }
        return now.column(key)
                .filter(column ->
                        column.type() != null && !column.type().written().equalsIgnoreCase("INTEGER"))
                .map(column -> begin + "its type is " + column.type().written() + " and not INTEGER")
                .orElse(begin + "it is no INTEGER PRIMARY KEY any more");
    }
}
