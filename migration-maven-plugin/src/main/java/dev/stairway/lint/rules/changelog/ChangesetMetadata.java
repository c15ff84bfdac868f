package dev.stairway.lint.rules.changelog;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.MigrationView;
import dev.stairway.lint.Remarks;
import java.util.ArrayList;
import java.util.List;

/** A changeSet that does not say why it is there. */
public final class ChangesetMetadata implements LintRule {

    private static final Facts FACTS = Facts.of("C19", "changeset-metadata", Severity.INFO)
            .onRequest()
            .catches("A changeSet without a comment or an author")
            .when(
                    "A changeSet of Liquibase has no comment, or no author that says anything. A house policy: only for projects that"
                            + " switch it on.")
            .effect("Years later nobody knows why the change was made and whom to ask.")
            .instead("Add a <comment> with the reason, and the author's name")
            .see("https://docs.liquibase.com/concepts/changelogs/attributes/comment.html");

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void migration(MigrationView migration, Remarks remarks) {
        if (!migration.engine().equals("liquibase")) {
            return;
        }
        List<String> missing = new ArrayList<>();
        if (migration.attribute("comment").isEmpty()) {
            missing.add("comment");
        }
        if (migration.migration().author().isBlank()
                || migration.migration().author().matches("(?i)todo|unknown|liquibase.*|.*\\(generated\\)")) {
            missing.add("author");
        }
        if (!missing.isEmpty()) {
            remarks.of(migration, "", "It has no " + String.join(" and no ", missing));
        }
    }
}
