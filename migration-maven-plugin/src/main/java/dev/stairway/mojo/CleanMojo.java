package dev.stairway.mojo;

import dev.stairway.database.files.FileTrees;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Removes what the other goals left: their output directory and, on request, the cache of unpacked servers. Never touches
 * a database that the user named.
 */
@Mojo(name = "clean", threadSafe = true)
public class CleanMojo extends AbstractMigrationMojo {

    /** Skips this goal. */
    @Parameter(property = "migration.clean.skip", defaultValue = "false")
    private boolean skipClean;

    /** Output directory of the other goals; must lie below the build directory. */
    @Parameter(property = "migration.outputDirectory", defaultValue = "${project.build.directory}/migration")
    private File outputDirectory;

    /** Removes the cache of unpacked servers as well. */
    @Parameter(property = "migration.clean.cache", defaultValue = "false")
    private boolean cleanCache;

    /** Where unpacked server binaries are kept between builds; default: the user's cache directory. */
    @Parameter(property = "migration.cacheDirectory")
    private File cacheDirectory;

    @Parameter(defaultValue = "${project.build.directory}", readonly = true, required = true)
    private File buildDirectory;

    @Override
    boolean skipGoal() {
        return skipClean;
    }

    @Override
    void run() throws MojoExecutionException {
        Path output = outputDirectory.toPath().toAbsolutePath().normalize();
        if (!output.startsWith(buildDirectory.toPath().toAbsolutePath().normalize())) {
            throw new MojoExecutionException("Refusing to remove " + output
                    + ": it is not below the build directory " + buildDirectory
                    + ". Remove it by hand, or correct <outputDirectory> (-Dmigration.outputDirectory)");
        }
        remove(output);
        if (cleanCache) {
            remove(Providers.cache(cacheDirectory == null ? null : cacheDirectory.toPath()));
        }
    }

    private void remove(Path directory) throws MojoExecutionException {
        if (!Files.exists(directory)) {
            getLog().info("Nothing to remove at " + directory);
            return;
        }
        try {
            FileTrees.delete(directory);
            getLog().info("Removed " + directory);
        } catch (IOException e) {
            throw new MojoExecutionException("Cannot remove " + directory + ": " + e, e);
        }
    }
}
