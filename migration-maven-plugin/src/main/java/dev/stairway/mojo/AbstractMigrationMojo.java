package dev.stairway.mojo;

import dev.stairway.problem.ProblemException;
import dev.stairway.secret.Secrets;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Parameter;

/** What every goal shares: the global switch and the translation of problems into Maven's two ways of failing. */
abstract class AbstractMigrationMojo extends AbstractMojo {

    /** Skips every goal of this plugin; one line says so. Example: {@code -Dmigration.skip}. */
    @Parameter(property = "migration.skip", defaultValue = "false")
    private boolean skip;

    private final Secrets secrets = new Secrets();

    /** Everything that this run must not tell anybody; whoever reads a secret adds it. */
    final Secrets secrets() {
        return secrets;
    }

    /** Tells none of the secrets. */
    @Override
    public final Log getLog() {
        return new MaskedLog(super.getLog(), secrets);
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        try {
            unmasked();
        } catch (MojoExecutionException end) {
            throw new MaskedEnd(secrets.mask()).of(end);
        } catch (MojoFailureException end) {
            throw new MaskedEnd(secrets.mask()).of(end);
        } catch (RuntimeException | Error end) {
            new MaskedEnd(secrets.mask()).of(end);
            throw end;
        }
    }

    private void unmasked() throws MojoExecutionException, MojoFailureException {
        if (skip || skipGoal()) {
            getLog().info("Skipping: " + (skip ? "migration.skip" : "this goal's skip property") + " is set");
            return;
        }
        try {
            run();
        } catch (ProblemException problem) {
            throw failure(problem);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("Interrupted; servers were stopped and their files removed", e);
        }
    }

    private MojoExecutionException failure(ProblemException problem) throws MojoFailureException {
        // Not as the cause: Maven would repeat the causes' messages behind ours, which says everything. For -X it is
        // here.
        getLog().debug(problem);
        String message = problem.getMessage()
                + report().map(page -> "\n  Report: " + page).orElse("");
        if (problem.blame() == ProblemException.Blame.MIGRATIONS) {
            throw new MojoFailureException(message);
        }
        return new MojoExecutionException(message);
    }

    /** The report that a stopped run has written all the same. */
    Optional<Path> report() {
        return Optional.empty();
    }

    /** True when the goal's own skip property is set. */
    abstract boolean skipGoal();

    abstract void run() throws MojoExecutionException, MojoFailureException, InterruptedException;
}
