package dev.stairway.lint.rules.support;

import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.CreateFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What ran before a statement, in earlier releases too, by what it is about. A rule that looked through all of it for each
 * statement would take a quadratic time.
 */
public final class Course {

    private final ReleaseView release;
    private final StatementsByName here;

    private Course(ReleaseView release) {
        this.release = release;
        this.here = new StatementsByName(this::past);
    }

    /** @param question asked of each statement of the release, with what ran before it */
    public static void each(ReleaseView release, BiConsumer<StatementView, Course> question) {
        Course course = new Course(release);
        for (StatementView statement : release.statements()) {
            question.accept(statement, course);
            course.here.add(statement.parsed());
        }
    }

    /** What ran when the release is over. */
    public static Course whole(ReleaseView release) {
        Course course = new Course(release);
        release.statements().forEach(statement -> course.here.add(statement.parsed()));
        return course;
    }

    /** Statements about a table, its partitions or a function, in order. They may be those of another schema. */
    public List<ParsedStatement> about(Name name) {
        return about(name.name());
    }

    /** The same by a name without a schema, in any case. */
    public List<ParsedStatement> about(String name) {
        return joined(past().about(name), here.about(name));
    }

    /** A function as the last statement has left it. */
    public Optional<CreateFunction> function(String name) {
        return here.function(name).or(() -> past().function(name));
    }

    /** Statements that make or change publications, in order. */
    public List<ParsedStatement> publications() {
        return joined(past().publications(), here.publications());
    }

    /** Statements by which tables get another replica identity, in order. */
    public List<ParsedStatement> identities() {
        return joined(past().identities(), here.identities());
    }

    private static List<ParsedStatement> joined(List<ParsedStatement> past, List<ParsedStatement> here) {
        List<ParsedStatement> all = new ArrayList<>(past);
        all.addAll(here);
        return all;
    }

    /** Few rules ask, so it is looked up when one does. */
    private StatementsByName past() {
        return release.past()
                .learn(
                        StatementsByName.class,
                        () -> new StatementsByName(null),
                        (past, migration) -> migration.up().forEach(past::add));
    }
}
