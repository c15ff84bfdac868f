package dev.stairway.mojo;

import dev.stairway.database.Profile;
import dev.stairway.matrix.Scenario;
import dev.stairway.suite.SuiteOptions;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Proves that backups bring back what was there: takes one before a migration with every tool there is, applies the migration,
 * restores the backup beside it, compares all of the schema and all rows, and has the restored database take the migration
 * again. Tells how long that takes, and that a damaged backup is noticed.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "backup-test",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public class BackupTestMojo extends AbstractWalkMojo {

    /** Skips this goal. */
    @Parameter(property = "migration.backupTest.skip", defaultValue = "false")
    private boolean skipBackupTest;

    /**
     * Where metrics, report and test results go, and the backups for as long as they are tried; not where the other goals write
     * theirs.
     */
    @Parameter(
            property = "migration.backupTest.outputDirectory",
            defaultValue = "${project.build.directory}/migration/backup-test")
    private File backupTestOutputDirectory;

    /** Before how many migrations backups are tried, counted from the last one: 1 or more. */
    @Parameter(property = "migration.backupTest.last", defaultValue = "5")
    private int last;

    /**
     * Before which migrations backups are tried instead: ids, in which {@code *} stands for anything. Default: the last ones.
     * Example: {@code *::split-orders::*}.
     */
    @Parameter(property = "migration.backupTest.migrations")
    private List<String> migrations;

    /** Rows that every table holds when a backup is taken, 0 to 100000000: how long a restore takes depends on them. */
    @Parameter(property = "migration.backupTest.rows", defaultValue = "1000")
    private int rows;

    /**
     * Longest time that a restore may take, the recovery time objective, in milliseconds: one number for every database, or one
     * per product. Default: no limit. Example: {@code sqlite=1000,postgresql=60000}.
     */
    @Parameter(property = "migration.maxRestoreMillis")
    private List<String> maxRestoreMillis;

    @Override
    boolean skipGoal() {
        return skipBackupTest;
    }

    @Override
    String goal() {
        return "backup-test";
    }

    @Override
    Path output() {
        return backupTestOutputDirectory.toPath();
    }

    @Override
    List<Scenario> scenarios() {
        return List.of(BackupSettings.scenario(rows));
    }

    /** So that any moment before a migration can be gone back to. */
    @Override
    Profile profile() {
        return Profile.ARCHIVING;
    }

    @Override
    SuiteOptions asked(SuiteOptions options) {
        return options.drilling(BackupSettings.options(options, last, migrations, maxRestoreMillis, output()));
    }
}
