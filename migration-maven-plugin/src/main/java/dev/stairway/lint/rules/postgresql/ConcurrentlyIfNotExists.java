package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Actions;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree.CreateIndex;
import dev.stairway.script.sql.tree.SqlTree.Drop;
import dev.stairway.script.sql.tree.TableAction.AddConstraint;
import java.util.Set;
import java.util.stream.Collectors;

/** P05: a second try that takes the ruins of the first for the index. */
public final class ConcurrentlyIfNotExists implements LintRule {

    private static final Facts FACTS = Phrases.facts("P05", "concurrently-if-not-exists", Severity.WARNING)
            .catches("CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS")
            .when(
                    "A unique index is made with both CONCURRENTLY and IF NOT EXISTS, no DROP INDEX of it stands before, and no"
                            + " constraint takes it over afterwards. Quiet for an index that is not unique: an invalid one only makes"
                            + " queries slow.")
            .effect(
                    "When the build fails, as it does on duplicates, an invalid index of that name stays behind. The next try"
                            + " sees a name that exists, does nothing and reports success: what was to be unique is not.")
            .instead("DROP INDEX CONCURRENTLY IF EXISTS before it, and no IF NOT EXISTS.")
            .see(Phrases.manual("sql-createindex#SQL-CREATEINDEX-CONCURRENTLY"));

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Set<String> taken = takenOver(release);
        for (StatementView statement : release.statements()) {
            statement
                    .as(CreateIndex.class)
                    .filter(made -> made.unique() && made.concurrently() && made.ifNotExists() && made.index() != null)
                    .filter(made -> !statement.isHarmless(made.table()))
                    .filter(made -> !droppedBefore(statement, made.index()) && !taken.contains(Names.key(made.index())))
                    .ifPresent(made -> say(statement, made, remarks));
        }
    }

    private static boolean droppedBefore(StatementView statement, Name index) {
        return statement.before().stream()
                .filter(ParsedStatement::covered)
                .anyMatch(parsed -> parsed.as(Drop.class)
                        .filter(drop -> drop.kind() == ObjectKind.INDEX)
                        .filter(drop -> drop.names().stream().anyMatch(index::same))
                        .isPresent());
    }

    /** Names of indexes that a constraint takes: it refuses an invalid one, so that the second try fails as well. */
    private static Set<String> takenOver(ReleaseView release) {
        return release.statements().stream()
                .flatMap(statement -> Actions.of(statement, AddConstraint.class).stream())
                .filter(add -> add.constraint().usingIndex() != null)
                .map(add -> Names.key(add.constraint().usingIndex()))
                .collect(Collectors.toSet());
    }

    private static void say(StatementView statement, CreateIndex made, Remarks remarks) {
        String sql = statement.parsed().source().sql();
        remarks.at(
                statement,
                0,
                made.index().written(),
                "A second try accepts what a failed one left of " + made.index()
                        + ", an invalid index that keeps nothing" + " unique",
                "DROP INDEX CONCURRENTLY IF EXISTS " + made.index() + "; "
                        + sql.strip().replaceFirst("(?i)\\bif\\s+not\\s+exists\\s+", "") + ";");
    }
}
