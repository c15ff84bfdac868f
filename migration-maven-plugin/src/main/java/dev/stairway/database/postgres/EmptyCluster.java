package dev.stairway.database.postgres;

import dev.stairway.database.Profile;
import dev.stairway.database.files.ContentCache;
import dev.stairway.database.files.FileTrees;
import dev.stairway.database.files.Manifest;
import dev.stairway.database.files.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A data directory fresh from initdb, kept in the cache and copied for every start.
 *
 * <p>It holds no secret: the superuser has no password, and each copy gets its own before a server opens a port on it.
 */
final class EmptyCluster {

    private static final long BYTES = 45_000_000;
    private static final String RECIPE = "1";

    private EmptyCluster() {}

    static Path of(Installation installation, Profile profile, Path workDirectory, ContentCache cache) {
        String key = "data-" + RECIPE + (profile.durable() ? "-production-" : "-fast-") + installation.key();
        return cache.obtain(
                key, BYTES, directory -> make(installation, profile, workDirectory, directory), Manifest::sizesMatch);
    }

    private static void make(Installation installation, Profile profile, Path workDirectory, Path directory)
            throws IOException {
        RunAs user = RunAs.detect(directory);
        if (!user.changesUser()) {
            initdb(installation, profile, user, directory);
            return;
        }
        try (RunDirectory run = RunDirectory.create(user.workDirectory(workDirectory), "initdb")) {
            Installation usable = new Installation(HandOver.binaries(installation, run.path()), installation.key());
            Path data = Files.createDirectory(run.path().resolve("data"));
            HandOver.data(user, run.path());
            initdb(usable, profile, user, data);
            Files.delete(directory);
            FileTrees.copy(data, directory);
            HandOver.back(directory);
        }
    }

    private static void initdb(Installation installation, Profile profile, RunAs user, Path directory)
            throws IOException {
        // "trust" is never in force: every copy gets a pg_hba.conf of its own before it is started.
        List<String> command = new ArrayList<>(List.of(
                installation.program("initdb").toString(),
                "--pgdata=" + directory,
                "--username=" + Settings.SUPERUSER,
                "--auth=trust",
                "--encoding=UTF8",
                "--no-locale",
                "--no-sync",
                "--no-instructions"));
        if (!profile.durable()) {
            // 8 MB less to copy at every start.
            command.add("--wal-segsize=1");
        }
        Tool.run(user, command, "");
    }
}
