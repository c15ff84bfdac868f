package dev.stairway.lint.rules.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.lint.ReleaseView;
import dev.stairway.script.sql.tree.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class EarlierTest {

    private static final Name USERS = name("users");

    @Test
    void aColumnOfTheReleaseIsKnownUnderItsLatestName() {
        ReleaseView release = release("", "ALTER TABLE users ADD a int; ALTER TABLE users RENAME a TO b; SELECT 1;");
        assertThat(atLast(
                        release,
                        earlier -> earlier.added(USERS, name("b")).isPresent()
                                && earlier.added(USERS, name("a")).isEmpty()))
                .isTrue();
    }

    @Test
    void aColumnOfAnEarlierReleaseIsNotOfThisOne() {
        ReleaseView release = release("ALTER TABLE users ADD a int;", "SELECT 1;");
        assertThat(atLast(release, earlier -> earlier.added(USERS, name("a")).isPresent()))
                .isFalse();
    }

    @Test
    void aConstraintOfAnEarlierReleaseIsKnownButNotOfThisOne() {
        ReleaseView release = release(
                "ALTER TABLE users ADD CONSTRAINT c CHECK (a IS NOT NULL) NOT VALID;",
                "ALTER TABLE users VALIDATE CONSTRAINT c; SELECT 1;");
        assertThat(atLast(
                        release,
                        earlier -> earlier.constraints(USERS).size() == 1
                                && earlier.obeyed(
                                        USERS, earlier.constraints(USERS).get(0))
                                && !earlier.made(USERS, name("c"))))
                .isTrue();
    }

    @Test
    void rowsThatAreChangedAreSettledInTheColumnsThatAreFilled() {
        ReleaseView release = release("", "UPDATE users SET a = 1; SELECT 1;");
        assertThat(atLast(release, earlier -> earlier.settled(USERS, List.of("a")) && earlier.filled(USERS, name("a"))))
                .isTrue();
        assertThat(atLast(release, earlier -> earlier.filled(USERS, name("b")) || earlier.settled(USERS, List.of("b"))))
                .isFalse();
        ReleaseView deleted = release("", "DELETE FROM users WHERE a = 1; SELECT 1;");
        assertThat(atLast(deleted, earlier -> earlier.settled(USERS, List.of("b"))))
                .isTrue();
    }

    private static boolean atLast(ReleaseView release, Predicate<Earlier> question) {
        List<Boolean> answers = new ArrayList<>();
        Earlier.walk(release, (statement, earlier) -> answers.add(question.test(earlier)));
        return answers.get(answers.size() - 1);
    }

    private static ReleaseView release(String history, String sql) {
        return Statements.release(
                List.of(Statements.migration("000", history, true)), List.of(Statements.migration("001", sql, true)));
    }

    private static Name name(String name) {
        return new Name("", name, name, false);
    }
}
