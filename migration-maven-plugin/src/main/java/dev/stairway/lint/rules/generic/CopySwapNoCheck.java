package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A new table that takes the place of an old one, and nobody has counted. */
public final class CopySwapNoCheck implements LintRule {

    private static final Facts FACTS = Facts.of("G53", "copy-swap-no-check", Severity.WARNING)
            .about("postgresql", "sqlite")
            .catches("A table that is copied and swapped without a check that all rows came along")
            .when(
                    "Rows of a table are copied into a new one, the old one is dropped or renamed, the new one gets its name, and nothing in"
                            + " between compares the two. Quiet where nothing can get lost: everything is copied (no condition, no join, no"
                            + " OR IGNORE), and nobody can write meanwhile, as in a transaction of SQLite, after LOCK TABLE on"
                            + " PostgreSQL, or while a trigger keeps both in step; and for small tables.")
            .effect(
                    "Rows that the copy leaves out, or that others write between the copy and the swap, are gone without an error.")
            .instead(
                    "Let a trigger keep both tables in step, and compare count(*) or a checksum of both right before the swap, with an"
                            + " error when they differ")
            .see(
                    "https://www.postgresql.org/docs/current/transaction-iso.html#XACT-READ-COMMITTED",
                    "https://www.sqlite.org/lang_altertable.html#otheralter")
            .provenBy(Proof.LOSES_DATA);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        List<StatementView> statements = release.statements();
        Map<String, List<Integer>> places = places(statements);
        for (int at = 0; at < statements.size(); at++) {
            for (TableCopy copy : TableCopy.of(statements.get(at))) {
                copy.swap(later(statements, at, places, copy))
                        .filter(swap -> !copy.isSafe(swap, statements))
                        .ifPresent(swap -> say(copy, swap, remarks));
            }
        }
    }

    /** Where tables are dropped, altered or get rows: a release may have thousands of copies, and more statements. */
    private static Map<String, List<Integer>> places(List<StatementView> statements) {
        Map<String, List<Integer>> places = new HashMap<>();
        for (int at = 0; at < statements.size(); at++) {
            for (Name table : TableCopy.replacing(statements.get(at).tree())) {
                places.computeIfAbsent(Names.key(table), none -> new ArrayList<>())
                        .add(at);
            }
        }
        return places;
    }

    private static List<StatementView> later(
            List<StatementView> statements, int from, Map<String, List<Integer>> places, TableCopy copy) {
        return Stream.of(copy.from(), copy.to())
                .flatMap(table -> places.getOrDefault(Names.key(table), List.of()).stream())
                .filter(at -> at > from)
                .sorted()
                .distinct()
                .map(statements::get)
                .toList();
    }

    private static void say(TableCopy copy, StatementView swap, Remarks remarks) {
        String from = copy.from().written();
        String to = swap.tree() instanceof SqlTree.Insert
                ? "A new table"
                : copy.to().written();
        String why =
                copy.leavesRows(swap) ? "the copy may leave rows out" : "others can write to " + from + " meanwhile";
        remarks.at(
                swap,
                0,
                from,
                to + " takes the place of " + from + " and nothing has compared them, although " + why,
                instead(copy, from, copy.to().written()));
    }

    private static String instead(TableCopy copy, String from, String to) {
        if (copy.statement().targets().is("sqlite")) {
            return "Compare before the swap: SELECT (SELECT count(*) FROM " + from + ") - (SELECT count(*) FROM " + to
                    + "); and copy all rows in one transaction";
        }
        return "Let a trigger of " + from + " write to " + to
                + " what others change meanwhile, and compare both right before the"
                + " swap: DO $$ BEGIN IF (SELECT count(*) FROM " + from + ") <> (SELECT count(*) FROM " + to
                + ") THEN RAISE EXCEPTION 'rows are missing'; END IF; END $$;";
    }
}
