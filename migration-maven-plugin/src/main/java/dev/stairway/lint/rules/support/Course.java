package dev.stairway.lint.rules.support;

import dev.stairway.lint.MigrationView;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.parse.ParsedStatement;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The statements of a release with all that ran before them, in earlier releases too. Lists are put together when somebody
 * looks into them, because few statements make a rule look back.
 */
public final class Course {

    private final ReleaseView release;
    private List<ParsedStatement> history;

    private Course(ReleaseView release) {
        this.release = release;
    }

    /** @param question asked of each statement of the release, with those that ran before it */
    public static void each(ReleaseView release, BiConsumer<StatementView, List<ParsedStatement>> question) {
        Course course = new Course(release);
        List<StatementView> statements = release.statements();
        for (int at = 0; at < statements.size(); at++) {
            question.accept(statements.get(at), course.new Part(at));
        }
    }

    /** All statements of the ways up that are understood, of earlier releases too. */
    public static List<ParsedStatement> all(ReleaseView release) {
        return new Course(release).new Part(release.statements().size());
    }

    private List<ParsedStatement> history() {
        if (history == null) {
            history = new ArrayList<>();
            for (MigrationView migration : release.history()) {
                migration.up().stream().filter(ParsedStatement::covered).forEach(history::add);
            }
        }
        return history;
    }

    /** The history and as many statements of the release. */
    private final class Part extends AbstractList<ParsedStatement> {

        private final int statements;

        Part(int statements) {
            this.statements = statements;
        }

        @Override
        public ParsedStatement get(int at) {
            int old = history().size();
            return at < old
                    ? history.get(at)
                    : release.statements().get(at - old).parsed();
        }

        @Override
        public int size() {
            return history().size() + statements;
        }
    }
}
