package dev.stairway.mojo;

import dev.stairway.database.external.ExternalTarget;
import dev.stairway.database.provider.ExternalProvider;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.net.URLClassLoader;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Puts the mark into the databases of {@code externalDatabases}, by which you say that their servers are for tests. Refuses a
 * database that holds anything, and a server that anything shows to be in use.
 */
@Mojo(name = "mark-disposable", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
public class MarkDisposableMojo extends AbstractServersMojo {

    /** Skips this goal. */
    @Parameter(property = "migration.markDisposable.skip", defaultValue = "false")
    private boolean skipMarkDisposable;

    /** For how many days the marks are valid, 1 to 366. */
    @Parameter(property = "migration.markDisposable.days", defaultValue = "90")
    private int days;

    @Override
    boolean skipGoal() {
        return skipMarkDisposable;
    }

    @Override
    void run() throws MojoExecutionException {
        if (days < 1 || days > 366) {
            throw problem("<days> is " + days, "Use 1 to 366 for it");
        }
        List<ExternalTarget> targets = externalTargets();
        if (targets.isEmpty()) {
            throw problem("No database is named", "Name one by <externalDatabases> in the POM");
        }
        try (URLClassLoader drivers =
                new ProjectPaths(project()).testClasses(getClass().getClassLoader())) {
            for (ExternalTarget target : targets) {
                String place = ExternalProvider.mark(target, days, drivers);
                getLog().info("Marked as disposable for " + days + (days == 1 ? " day: " : " days: ") + place);
            }
        } catch (DependencyResolutionRequiredException | IOException e) {
            throw new MojoExecutionException("The project's test class path is not available: " + e.getMessage(), e);
        }
    }

    private static ProblemException problem(String what, String next) {
        return ProblemException.setup(what, "<externalDatabases>, goal mark-disposable", "", next, null);
    }
}
