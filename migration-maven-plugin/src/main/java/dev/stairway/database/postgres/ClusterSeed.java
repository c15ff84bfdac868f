package dev.stairway.database.postgres;

import dev.stairway.database.files.FileTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * What a cluster starts from.
 *
 * @param data directory to copy
 * @param settings more lines of the configuration file, which go before those of ours
 * @param password of the superuser in it; empty where there is none, so that one has to be set
 * @param log archived files to recover from; null where nothing has to be recovered
 */
record ClusterSeed(Path data, String settings, Optional<String> password, List<Path> log) {

    /** Both beside the data, so that commands need no path, which would have to be quoted for a shell. */
    static final String ARCHIVE = "archive";

    private static final String LOG = "log";

    private static final String COPY = FileTrees.posix() ? "cp" : "copy";

    /** Fresh from initdb. */
    static ClusterSeed empty(Path data) {
        return new ClusterSeed(data, "", Optional.empty(), null);
    }

    /**
     * The same, keeping the server's log: https://www.postgresql.org/docs/current/continuous-archiving.html. A file gets its
     * name when it is whole.
     */
    static ClusterSeed archiving(Path data) {
        String move = FileTrees.posix() ? "mv" : "move";
        String part = place(ARCHIVE, "%f.part");
        String command = COPY + " \"%p\" " + part + " && " + move + " " + part + " " + place(ARCHIVE, "%f");
        return new ClusterSeed(
                data,
                "wal_level = replica\narchive_mode = on\narchive_command = '" + command + "'\n",
                Optional.empty(),
                null);
    }

    /**
     * A base backup, with what the log says up to a restore point:
     * https://www.postgresql.org/docs/current/runtime-config-wal.html#RUNTIME-CONFIG-WAL-RECOVERY-TARGET. Nobody is let in
     * before that.
     */
    static ClusterSeed recovering(Path base, List<Path> log, String point, String password) {
        String command = COPY + " " + place(LOG, "%f") + " \"%p\"";
        return new ClusterSeed(
                base,
                "restore_command = '" + command + "'\nrecovery_target_name = '" + point
                        + "'\nrecovery_target_action = promote\nhot_standby = off\n",
                Optional.of(password),
                log);
    }

    /** Commands of the server run in its data directory. */
    private static String place(String directory, String file) {
        return FileTrees.posix() ? "../" + directory + "/" + file : "..\\" + directory + "\\" + file;
    }

    /** What has to be there besides the data. */
    void prepare(Path directory) throws IOException {
        if (log == null) {
            FileTrees.privateDirectories(directory.resolve(ARCHIVE));
        } else {
            Path copies = FileTrees.privateDirectories(directory.resolve(LOG));
            for (Path file : log) {
                Files.copy(file, copies.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
            Files.createFile(directory.resolve(Cluster.DATA).resolve("recovery.signal"));
        }
    }
}
