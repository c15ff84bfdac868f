package dev.stairway.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.finding.Verdict;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often a walk copies its database, which takes as long as the database is large. */
class CopiesTest {

    private static final String OUTSIDE = """
            --changeset ann:%1$d runInTransaction:false
            create index concurrently users_%1$d on users (name);
            --rollback drop index users_%1$d;
            """;

    @TempDir
    private Path directory;

    private final AtomicInteger copies = new AtomicInteger();

    @Test
    void manyMigrationsOutsideATransactionShareOneCopyOfTheRows() {
        CellReport report = walk(OUTSIDE.formatted(2) + OUTSIDE.formatted(3) + OUTSIDE.formatted(4));

        assertThat(report.steps()).extracting(StepReport::verdict).containsOnly(Verdict.REVERSIBLE);
        // The empty database, the tables of the first migration, and these with their rows.
        assertThat(copies).hasValueLessThanOrEqualTo(3);
    }

    @Test
    void whatARollbackOutsideATransactionLeavesBehindIsPutRightWithoutACopyOfItsOwn() {
        String leavesItself = OUTSIDE.formatted(3).replace("--rollback drop index users_3;", "--rollback select 1;");
        CellReport report = walk(OUTSIDE.formatted(2) + leavesItself + OUTSIDE.formatted(4));

        assertThat(Walks.step(report, "3").verdict()).isEqualTo(Verdict.ROLLBACK_INCOMPLETE);
        assertThat(Walks.step(report, "4").verdict()).isEqualTo(Verdict.REVERSIBLE);
        assertThat(Walks.step(report, "4").rowsBefore()).isGreaterThanOrEqualTo(400);
        assertThat(copies).hasValueLessThanOrEqualTo(3);
    }

    @Test
    void inATransactionNothingIsCopied() {
        CellReport report = walk("""
                --changeset ann:2
                create index users_2 on users (name);
                --rollback drop index users_2;
                """);

        assertThat(report.steps()).extracting(StepReport::verdict).containsOnly(Verdict.REVERSIBLE);
        assertThat(copies).hasValue(1);
    }

    private CellReport walk(String migrations) {
        return Walks.on("postgresql", directory)
                .servedBy(real -> Around.databases(real, "checkpoint", (database, copy) -> {
                    copies.incrementAndGet();
                    return copy;
                }))
                .large(200)
                .walk(migrations);
    }
}
