package dev.stairway.backup.postgres;

import dev.stairway.backup.Backup;
import dev.stairway.backup.BackupTool;
import dev.stairway.backup.Origin;
import dev.stairway.backup.Restored;
import dev.stairway.database.Database;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.files.FileTrees;
import dev.stairway.database.postgres.ProgramTarget;
import dev.stairway.database.process.NeutralEnvironment;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * PostgreSQL's own logical backup of one database: https://www.postgresql.org/docs/current/app-pgdump.html. Roles, settings of
 * the database and its comment are not in it.
 */
public final class PgDump implements BackupTool {

    private static final String NAME = "database.dump";

    private final PgPrograms programs;
    private final DatabaseServer server;
    private final Database database;
    private final Clock clock;
    private int taken;

    public PgDump(PgPrograms programs, DatabaseServer server, Database database, Clock clock) {
        this.programs = programs;
        this.server = server;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "pg_dump";
    }

    @Override
    public String product() {
        return "postgresql";
    }

    @Override
    public Backup take(String before, Path directory) {
        Path root = directory.resolve("backup-" + ++taken);
        try {
            Files.createDirectories(root);
            run(
                    database,
                    List.of(
                            programs.dump().toString(),
                            "--format=custom",
                            "--no-password",
                            "--file=" + root.resolve(NAME)));
        } catch (IOException e) {
            throw failed("The database cannot be backed up with pg_dump", root, e);
        }
        return Backup.seal(
                root, "backup", new Origin(name(), product(), server.serverVersion(), clock.instant(), before));
    }

    /** Into a new database of the same server, whose roles it needs; all of it or nothing. */
    @Override
    public Restored restore(Backup backup) {
        backup.verify();
        Database made = server.fresh("restored");
        try {
            run(
                    made,
                    List.of(
                            programs.restore().toString(),
                            "--single-transaction",
                            "--exit-on-error",
                            "--no-password",
                            "--dbname=",
                            backup.path(NAME).toString()));
            return new Restored(server, made, false);
        } catch (IOException e) {
            made.close();
            throw failed("The backup cannot be restored with pg_restore", backup.root(), e);
        }
    }

    @Override
    public void discard(Backup backup) throws IOException {
        FileTrees.delete(backup.root());
    }

    private static void run(Database target, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        NeutralEnvironment.apply(builder.environment(), List.of("PG"));
        ((ProgramTarget) target).point(builder.environment());
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            int exit = process.waitFor();
            if (exit != 0) {
                throw new IOException("it ended with " + exit + (said.isEmpty() ? "" : ": " + said));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("it was interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static ProblemException failed(String what, Path where, Exception cause) {
        return ProblemException.setup(
                what,
                where.toString(),
                String.valueOf(cause.getMessage()),
                "Look at what the program said; a full disk and objects of other owners are the usual reasons",
                cause);
    }
}
