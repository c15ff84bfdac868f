package dev.stairway.engine.liquibase;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.TestServers;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Prints what the engine costs per execution beside the database: up, down and up again of trivial changeSets. */
final class LiquibaseOverhead {

    private static final int CHANGE_SETS = Integer.getInteger("changeSets", 1000);
    private static final int ROUNDS = Integer.getInteger("rounds", 2);

    private LiquibaseOverhead() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory("stairway-overhead");
        Path changelog = changelog(directory);
        ChangelogSource source = new ChangelogSource(
                "db.xml", List.of(directory), LiquibaseOverhead.class.getClassLoader(), Map.of(), "", "");
        System.out.println("Liquibase " + new LiquibaseEngine().version() + ", " + CHANGE_SETS + " changeSets");
        for (int round = 1; round <= ROUNDS; round++) {
            try (JdbcDatabase database = (JdbcDatabase) TestServers.postgres(18).fresh("overhead")) {
                round(source, database, round);
            }
        }
        Files.delete(changelog);
        Files.delete(directory);
    }

    private static void round(ChangelogSource source, JdbcDatabase database, int round) throws Exception {
        long start = System.nanoTime();
        try (EngineRun run = new LiquibaseEngine().open(source, database)) {
            System.out.printf("round %d: open %d ms%n", round, (System.nanoTime() - start) / 1_000_000);
            List<Migration> backwards = new ArrayList<>(run.migrations());
            Collections.reverse(backwards);
            phase("up", run, run.migrations(), database, true);
            phase("down", run, backwards, database, false);
            phase("up again", run, run.migrations(), database, true);
        }
    }

    private static void phase(String name, EngineRun run, List<Migration> migrations, JdbcDatabase database, boolean up)
            throws Exception {
        long wall = 0;
        long inDatabase = 0;
        try (JdbcSession session = database.newSession()) {
            for (Migration migration : migrations) {
                session.begin();
                long start = System.nanoTime();
                StepOutcome outcome = up ? run.up(migration, session) : run.down(migration, session);
                wall += System.nanoTime() - start;
                inDatabase += session.work().databaseNanos();
                session.settle();
                if (outcome.result() != StepOutcome.Result.EXECUTED) {
                    throw new IllegalStateException(migration.id() + ": " + outcome);
                }
            }
        }
        System.out.printf(
                "  %-8s %5d ms, in the database %5d ms, engine %.0f microseconds per execution%n",
                name, wall / 1_000_000, inDatabase / 1_000_000, (wall - inDatabase) / 1_000.0 / migrations.size());
    }

    private static Path changelog(Path directory) throws IOException {
        StringBuilder xml = new StringBuilder(Changelogs.XML_HEAD);
        for (int i = 0; i < CHANGE_SETS; i++) {
            xml.append("<changeSet id=\"")
                    .append(i)
                    .append("\" author=\"bench\">")
                    .append(change(i));
            xml.append("</changeSet>\n");
        }
        return Files.writeString(directory.resolve("db.xml"), xml.append("</databaseChangeLog>"));
    }

    private static String change(int i) {
        String table = "t" + i / 3;
        return switch (i % 3) {
            case 0 ->
                "<createTable tableName=\"" + table + "\"><column name=\"id\" type=\"bigint\"/>"
                        + "<column name=\"name\" type=\"varchar(50)\"/></createTable>";
            case 1 -> "<addColumn tableName=\"" + table + "\"><column name=\"extra\" type=\"int\"/></addColumn>";
            default ->
                "<createIndex tableName=\"" + table + "\" indexName=\"i" + i
                        + "\"><column name=\"name\"/></createIndex>";
        };
    }
}
