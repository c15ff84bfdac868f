package dev.stairway.lint.rules.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.lint.StatementView;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeldLockTest {

    private static final String CHANGE = "ALTER TABLE users ADD a int;";
    private static final String FILL = "UPDATE users SET a = 1;";

    @Test
    void theLockOfAChangedTableIsHeldToTheEndOfTheTransaction() {
        HeldLock held =
                HeldLock.before(Statements.last("SELECT 1;\n" + CHANGE + FILL)).orElseThrow();
        assertThat(held.table().name()).isEqualTo("users");
        assertThat(held.by().source().line()).isEqualTo(2);
    }

    @Test
    void aCommitGivesItBack() {
        assertThat(HeldLock.before(Statements.last(CHANGE + "COMMIT;" + FILL))).isEmpty();
    }

    @Test
    void outsideATransactionNoneIsHeld() {
        List<StatementView> statements = Statements.release(
                        List.of(), List.of(Statements.migration("001", CHANGE + FILL, false)))
                .statements();
        assertThat(HeldLock.before(statements.get(1))).isEqualTo(Optional.empty());
    }

    @Test
    void aNewTableAndAMildLockHurtNobody() {
        assertThat(HeldLock.before(Statements.last("CREATE TABLE users (id int);" + CHANGE + FILL)))
                .isEmpty();
        assertThat(HeldLock.before(Statements.last("ALTER TABLE users VALIDATE CONSTRAINT c;" + FILL)))
                .isEmpty();
    }
}
