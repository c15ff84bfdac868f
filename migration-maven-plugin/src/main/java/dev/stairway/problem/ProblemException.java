package dev.stairway.problem;

/** Stops a run with a {@link Problem} that the user can act on. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Whose fault it is, which decides how Maven fails the build. */
    public enum Blame {
        /** The user's migrations are at fault: {@code MojoFailureException}. */
        MIGRATIONS,
        /** The set-up is at fault (missing file, wrong setting, no disk space): {@code MojoExecutionException}. */
        SETUP
    }

    private final transient Problem problem;
    private final Blame blame;

    public ProblemException(Blame blame, Problem problem) {
        this(blame, problem, null);
    }

    public ProblemException(Blame blame, Problem problem, Throwable cause) {
        super(problem.text(), cause);
        this.problem = problem;
        this.blame = blame;
    }

    /** A set-up problem. */
    public static ProblemException setup(String what, String where, String evidence, String next, Throwable cause) {
        return new ProblemException(Blame.SETUP, new Problem(what, where, evidence, next), cause);
    }

    /** A problem of the user's migrations. */
    public static ProblemException migrations(
            String what, String where, String evidence, String next, Throwable cause) {
        return new ProblemException(Blame.MIGRATIONS, new Problem(what, where, evidence, next), cause);
    }

    public Problem problem() {
        return problem;
    }

    public Blame blame() {
        return blame;
    }
}
