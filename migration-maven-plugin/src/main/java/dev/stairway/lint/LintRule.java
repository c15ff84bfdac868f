package dev.stairway.lint;

/**
 * Knows one danger. A rule is a class in a package below {@code dev.stairway.lint.rules}, with a constructor without
 * arguments, and a folder of examples of the same name; nothing else has to be touched to add one. It keeps no state, says
 * only where and which object, and leaves every other word to its facts.
 */
public interface LintRule {

    Facts facts();

    /** Looks at a statement of a way up, of any product with SQL. */
    default void statement(StatementView statement, Remarks remarks) {}

    /**
     * Looks at a statement of a way back: what it says runs in front of users as well. The schema is the one that the way up
     * has left, and the view's migration has the way back as its {@link MigrationView#up}.
     */
    default void back(StatementView statement, Remarks remarks) {}

    /** Looks at a Redis script, of the way up. */
    default void redis(RedisView script, Remarks remarks) {}

    /** Looks at a migration as a whole, with its way back. */
    default void migration(MigrationView migration, Remarks remarks) {}

    /** Looks at all migrations of the release together. */
    default void release(ReleaseView release, Remarks remarks) {}

    /**
     * Looks at the way back of one migration, of any product with SQL.
     *
     * @param way its only migration has the way back in the place of the way up; {@code before} is the schema before the way
     *     up, and the first statement finds the schema that the way up leaves
     */
    default void back(ReleaseView way, Remarks remarks) {}
}
