package dev.stairway.lint;

import dev.stairway.engine.MigrationStatements;
import dev.stairway.finding.Severity;
import dev.stairway.script.sql.SqlStatement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A labelled file, and what both linters say of it.
 *
 * @param path of the file
 * @param label its folder: {@code dangerous}, {@code safe} or {@code context}
 * @param release what it holds
 * @param dangers in order
 * @param ours what our rules say as a warning or an error
 * @param squawk all that squawk says
 */
record SquawkFile(Path path, String label, Release release, List<Danger> dangers, List<Said> ours, List<Said> squawk) {

    /**
     * A dangerous statement, and what follows it up to the next one.
     *
     * @param name of the danger
     * @param from its first line @param to the last line before the next danger, or of the migration
     * @param migration that holds it
     * @param whole true when the migration is meant, not one of its statements
     * @param down true in a way back
     * @param sql the statement
     */
    record Danger(String name, int from, int to, String migration, boolean whole, boolean down, String sql) {

        boolean holds(Said said) {
            return from <= said.line() && said.line() <= to
                    || (whole || said.line() == 0) && said.migration().equals(migration);
        }

        Danger until(int last) {
            return new Danger(name, from, last, migration, whole, down, sql);
        }
    }

    /** @param line 0 where it is about the migration as a whole @param rule name */
    record Said(int line, String migration, String rule) {}

    static SquawkFile read(Path file, Linter linter, SquawkRun squawk) throws IOException, InterruptedException {
        Example example = Example.read(
                file, Facts.of("G00", "labelled-corpus", Severity.INFO).about("postgresql"));
        Release release = example.release();
        List<MigrationStatements> migrations = release.releases().get(0);
        String oldest = release.setting().targets().oldest().toString();
        List<Said> others = new ArrayList<>();
        for (MigrationStatements migration : migrations) {
            String id = migration.migration().id();
            squawk.judge(migration, oldest).forEach(one -> others.add(new Said(one.line(), id, one.rule())));
        }
        return new SquawkFile(
                file,
                file.getParent().getFileName().toString(),
                release,
                dangers(example, migrations),
                ours(linter, release),
                others);
    }

    /** Without its ending. */
    String name() {
        return path.getFileName().toString().replaceFirst("\\.sql$", "");
    }

    private static List<Said> ours(Linter linter, Release release) {
        return linter.judge(release).remarks().stream()
                .filter(remark -> remark.rule().severity() != Severity.INFO)
                .map(remark -> new Said(
                        remark.statement().isEmpty() ? 0 : remark.position().line(),
                        remark.migration(),
                        remark.rule().id()))
                .toList();
    }

    private static List<Danger> dangers(Example example, List<MigrationStatements> migrations) {
        List<Danger> all = example.dangers().stream()
                .map(label -> danger(label, migrations))
                .toList();
        return all.stream()
                .map(danger -> danger.until(all.stream()
                        .mapToInt(Danger::from)
                        .filter(from -> from > danger.from() && from <= danger.to())
                        .map(from -> from - 1)
                        .min()
                        .orElse(danger.to())))
                .toList();
    }

    /** A label stands before its statement, or inside of it; a label of a whole migration before that. */
    private static Danger danger(Example.Danger label, List<MigrationStatements> migrations) {
        for (MigrationStatements migration : migrations) {
            for (boolean down : new boolean[] {false, true}) {
                List<SqlStatement> way = down ? migration.down() : migration.up();
                for (SqlStatement statement : way) {
                    if (end(statement) > label.line()) {
                        return new Danger(
                                label.name(),
                                statement.line(),
                                end(way.get(way.size() - 1)),
                                migration.migration().id(),
                                label.line() < migration.migration().at().line(),
                                down,
                                statement.sql());
                    }
                }
            }
        }
        throw new IllegalArgumentException("no statement follows " + label);
    }

    private static int end(SqlStatement statement) {
        return statement.lineOf(statement.sql().length());
    }
}
