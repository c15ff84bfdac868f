package dev.stairway.operate;

import dev.stairway.backup.Backup;
import dev.stairway.backup.BackupTool;
import dev.stairway.backup.OperatedBackup;
import dev.stairway.database.external.NamedTarget;
import dev.stairway.database.external.SessionLimits;
import dev.stairway.database.files.FileTrees;
import dev.stairway.database.provider.OperatedServer;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Backups of one named database, each in a directory named by its moment, below one for the database. */
final class Backups {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final NamedTarget target;
    private final OperationOptions options;
    private final ClassLoader drivers;
    private final Clock clock;
    private final Consumer<String> progress;

    Backups(NamedTarget target, OperationOptions options, ClassLoader drivers, Clock clock, Consumer<String> progress) {
        this.target = target;
        this.options = options;
        this.drivers = drivers;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Takes one, reads it again, and deletes those that are older than the user wants.
     *
     * @param before id of the migration that comes next; empty for none
     */
    Backup take(String before) {
        Path home = home();
        Path directory = home.resolve(NAME.format(clock.instant()));
        try (OperatedServer server = open()) {
            FileTrees.privateDirectories(directory);
            progress.accept("Backup of " + server.place() + " to " + directory);
            long start = System.nanoTime();
            Backup backup = taken(server, before, directory);
            progress.accept("Backup by " + backup.manifest().origin().tool() + ": " + backup.bytes() + " bytes after "
                    + (System.nanoTime() - start) / 1_000_000 + " ms");
            backup.verify();
            progress.accept("Backup read again and found whole: " + backup.file());
            removeOld(home, directory);
            return backup;
        } catch (IOException e) {
            throw ProblemException.setup(
                    "No backup can be taken",
                    directory.toString(),
                    e.toString(),
                    "Check the disk and the rights of <backupDirectory> (-Dmigration.backupDirectory); the database was not"
                            + " changed",
                    e);
        }
    }

    private Backup taken(OperatedServer server, String before, Path directory) throws IOException {
        List<BackupTool> tools = OperatedBackup.tools(server, server.database(), clock);
        ProblemException first = null;
        for (BackupTool tool : tools) {
            try (tool) {
                return tool.take(before, directory);
            } catch (ProblemException problem) {
                if (first != null) {
                    first.addSuppressed(problem);
                }
                first = first == null ? problem : first;
                progress.accept("Backup by " + tool.name() + " cannot be had: "
                        + problem.problem().what());
                FileTrees.delete(directory);
                FileTrees.privateDirectories(directory);
            }
        }
        throw first;
    }

    /**
     * Puts the content of a backup into the database, in place of what is there.
     *
     * @throws ProblemException when it is damaged or does not fit; what was there is there still where the product can do
     *     that in one transaction
     */
    void putBack(Backup backup, boolean replace) {
        try (OperatedServer server = open()) {
            OperatedBackup.putBack(server, server.database(), backup, replace, clock);
        }
    }

    private OperatedServer open() {
        return OperatedServer.open(target, SessionLimits.copying(options.times().connect()), drivers);
    }

    private Path home() {
        return options.safety().directory().resolve(target.place().replaceAll("[^A-Za-z0-9.-]+", "_"));
    }

    /** Only what is named as a backup of ours, never the newest. */
    private void removeOld(Path home, Path newest) throws IOException {
        if (options.safety().retentionDays() <= 0) {
            return;
        }
        Instant oldest = clock.instant().minus(options.safety().retentionDays(), ChronoUnit.DAYS);
        try (Stream<Path> all = Files.list(home)) {
            for (Path directory : all.filter(one -> !one.equals(newest)).toList()) {
                if (olderThan(oldest, directory)) {
                    FileTrees.delete(directory);
                    progress.accept("Backup of more than " + options.safety().retentionDays() + " days ago deleted: "
                            + directory);
                }
            }
        }
    }

    private static boolean olderThan(Instant oldest, Path directory) {
        try {
            return NAME.parse(directory.getFileName().toString(), Instant::from).isBefore(oldest);
        } catch (DateTimeParseException notOurs) {
            return false;
        }
    }
}
