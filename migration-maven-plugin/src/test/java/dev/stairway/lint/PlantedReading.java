package dev.stairway.lint;

import dev.stairway.engine.Migration;
import dev.stairway.engine.MigrationStatements;
import dev.stairway.finding.Severity;
import dev.stairway.run.PlantedStatements;
import dev.stairway.script.sql.SqlStatement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What reading alone says of the defects that are planted for the walk, which names all of them: whether anything is said at
 * all of a migration, right or not.
 */
final class PlantedReading {

    /** Of one class of defects. */
    static final class Row {
        int planted;
        int byUs;
        int bySquawk;
        int byEither;
    }

    private final Linter linter;
    private final SquawkRun squawk;

    PlantedReading(Linter linter, SquawkRun squawk) {
        this.linter = linter;
        this.squawk = squawk;
    }

    /** By class of defects. */
    Map<String, Row> read() throws IOException, InterruptedException {
        Map<String, Row> rows = new TreeMap<>();
        for (PlantedStatements planted : PlantedStatements.of("postgresql")) {
            if (!planted.correct()) {
                add(rows.computeIfAbsent(planted.group().replace('-', ' '), group -> new Row()), planted);
            }
        }
        return rows;
    }

    private void add(Row row, PlantedStatements planted) throws IOException, InterruptedException {
        MigrationStatements migration = migration("case", planted.up(), planted.down(), planted.transactional());
        Release release = new Release(
                "liquibase",
                List.of(migration("base", planted.base(), List.of(), true)),
                List.of(List.of(migration)),
                Setting.of(new Targets("postgresql", List.of(new Targets.Version(18, 0)))));
        boolean byUs = linter.judge(release).remarks().stream()
                .anyMatch(remark -> remark.rule().severity() != Severity.INFO);
        boolean bySquawk = squawk.judge(migration, "18").stream().anyMatch(said -> !SquawkNames.policy(said.rule()));
        row.planted++;
        row.byUs += byUs ? 1 : 0;
        row.bySquawk += bySquawk ? 1 : 0;
        row.byEither += byUs || bySquawk ? 1 : 0;
    }

    private static MigrationStatements migration(String id, List<String> up, List<String> down, boolean transactional) {
        Migration.Rollback rollback = down == null
                ? Migration.Rollback.MISSING
                : down.isEmpty() ? Migration.Rollback.EMPTY : Migration.Rollback.WRITTEN;
        String text = String.join(";\n", up) + ";\n";
        Migration migration = new Migration(
                id, id, "", id + ".sql", 1, "", id, rollback, false, transactional, text, Optional.empty());
        return new MigrationStatements(
                migration,
                statements(id, up),
                statements(id, down == null ? List.of() : down),
                Map.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static List<SqlStatement> statements(String id, List<String> texts) {
        List<SqlStatement> statements = new ArrayList<>();
        int line = 1;
        for (String text : texts) {
            statements.add(new SqlStatement(id + ".sql", line, 1, text));
            line += 1 + (int) text.chars().filter(c -> c == '\n').count();
        }
        return statements;
    }
}
