package dev.stairway.engine.sql;

import dev.stairway.engine.MigrationStatements;
import dev.stairway.engine.script.SplitScript;
import dev.stairway.script.ScriptComment;
import dev.stairway.script.sql.SqlComments;
import dev.stairway.script.sql.SqlStatement;
import dev.stairway.script.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the scripts of a folder send. */
final class Statements {

    private final String product;

    Statements(String product) {
        this.product = product;
    }

    MigrationStatements of(Unit unit) {
        SplitScript up = split(unit.up());
        SplitScript down = unit.down().map(this::split).orElse(new SplitScript(List.of(), List.of()));
        List<String> notCovered = new ArrayList<>(up.notCovered());
        notCovered.addAll(down.notCovered());
        List<ScriptComment> comments = new ArrayList<>(comments(unit.up()));
        unit.down().ifPresent(part -> comments.addAll(comments(part)));
        List<SqlStatement> cut = new ArrayList<>(cut(unit.up(), up));
        unit.down().ifPresent(part -> cut.addAll(cut(part, down)));
        return new MigrationStatements(
                unit.migration(),
                up.statements(),
                down.statements(),
                attributes(unit),
                List.of(),
                comments,
                notCovered,
                cut);
    }

    private SplitScript split(Part part) {
        return SplitScript.of(part.file(), part.text(), product);
    }

    private List<ScriptComment> comments(Part part) {
        return SqlComments.in(part.file(), part.text(), 0, SqlSyntax.of(product));
    }

    /** With x-multi-statement golang-migrate cuts at every semicolon: https://github.com/golang-migrate/migrate/tree/master/database/pgx */
    private static List<SqlStatement> cut(Part part, SplitScript split) {
        return part.separately() ? split.cutBy(List.of(part.text().split(";"))) : List.of();
    }

    private static Map<String, String> attributes(Unit unit) {
        return unit.up().transaction() ? Map.of() : Map.of("transaction", "false");
    }
}
