package dev.stairway.lint;

import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.MigrationStatements;
import dev.stairway.engine.liquibase.LiquibaseEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An example that is a changelog of Liquibase. */
record LiquibaseExample(Path file, String product, String version, String contexts) {

    /** True for the formats that only Liquibase reads, and for SQL that says so in its first line that is no order of ours. */
    static boolean holds(Path file, String text) {
        String name = file.getFileName().toString();
        return name.matches(".*\\.(xml|yaml|yml|json)")
                || text.lines()
                        .filter(line -> !line.startsWith("--@") && !line.isBlank())
                        .findFirst()
                        .map(line -> line.matches("(?i)--\\s*liquibase formatted sql.*"))
                        .orElse(false);
    }

    List<MigrationStatements> statements() {
        return new LiquibaseEngine().statements(source(), product, version);
    }

    List<MigrationStatements> leftOut() {
        return new LiquibaseEngine().leftOut(source(), product, version);
    }

    private ChangelogSource source() {
        return new ChangelogSource(
                file.getFileName().toString(),
                List.of(file.getParent()),
                LiquibaseExample.class.getClassLoader(),
                Map.of(),
                contexts,
                "");
    }
}
