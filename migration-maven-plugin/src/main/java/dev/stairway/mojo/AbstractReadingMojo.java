package dev.stairway.mojo;

import dev.stairway.suite.Since;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals share that read changelogs and walk nothing. */
abstract class AbstractReadingMojo extends AbstractWalkMojo {

    /**
     * State of the git repository whose migrations are released: a branch, a tag or a commit. New migrations must come behind
     * them, and edited ones are told. Needs {@code git} on the {@code PATH} and the state in the clone. Default: none, and
     * nothing is known of releases. Example: {@code -Dmigration.baseRef=origin/main}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.baseRef")
    private String baseRef;

    /**
     * Tells only of migrations that are new or edited since this state of the git repository; where {@code baseRef} is not
     * given, it stands for that as well. Default: none, and every migration is told of. Example: {@code
     * -Dmigration.onlyChangedSince=v1.4}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.onlyChangedSince")
    private String onlyChangedSince;

    /** Earlier states to hold the changelogs against. */
    final Since since() {
        return new Since(baseRef, onlyChangedSince, project().getBasedir().toPath());
    }
}
