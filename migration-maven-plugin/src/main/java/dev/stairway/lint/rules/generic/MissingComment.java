package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree.Comment;
import dev.stairway.script.sql.tree.SqlTree.CreateTable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** House policy: each table says what it is for. */
public final class MissingComment implements LintRule {

    private static final Facts FACTS = Facts.of("G46", "missing-comment", Severity.INFO)
            .onRequest()
            .about("postgresql")
            .catches("A new table without a comment")
            .when(
                    "A table is made that the release does not comment on. Quiet for temporary tables, partitions and tables that the"
                            + " release drops or renames again.")
            .effect("Whoever reads the database later has to guess what the rows mean.")
            .instead("COMMENT ON TABLE ... IS '...'")
            .see("https://www.postgresql.org/docs/current/sql-comment.html");

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Map<String, List<Name>> commented = commented(release);
        for (StatementView statement : release.statements()) {
            statement
                    .as(CreateTable.class)
                    .filter(made -> !made.temporary() && made.partitionOf() == null)
                    .filter(made -> release.after().table(made.table()).isPresent())
                    .filter(made ->
                            !Names.contains(commented.getOrDefault(Names.key(made.table()), List.of()), made.table()))
                    .ifPresent(made -> remarks.at(
                            statement,
                            0,
                            made.table().written(),
                            "Nothing says what " + made.table().written() + " is for",
                            "COMMENT ON TABLE " + made.table().written() + " IS '...';"));
        }
    }

    private static Map<String, List<Name>> commented(ReleaseView release) {
        return release.statements().stream()
                .flatMap(statement -> statement.as(Comment.class).stream())
                .filter(comment -> comment.kind() == ObjectKind.TABLE && comment.name() != null)
                .map(Comment::name)
                .collect(Collectors.groupingBy(Names::key));
    }
}
