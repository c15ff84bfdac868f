package dev.stairway.lint.rules.support;

import dev.stairway.lint.MigrationView;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.parse.ParsedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Walks through the statements of a release together with all that ran before each of them, earlier releases too. */
public final class Course {

    private Course() {}

    /** @param question asked of each statement of the release; the list grows afterwards and is not to be kept */
    public static void each(ReleaseView release, BiConsumer<StatementView, List<ParsedStatement>> question) {
        List<ParsedStatement> before = new ArrayList<>();
        release.history().forEach(migration -> before.addAll(covered(migration)));
        for (StatementView statement : release.statements()) {
            question.accept(statement, before);
            before.add(statement.parsed());
        }
    }

    /** All statements of the ways up that are understood, of earlier releases too. */
    public static List<ParsedStatement> all(ReleaseView release) {
        List<ParsedStatement> all = new ArrayList<>();
        release.history().forEach(migration -> all.addAll(covered(migration)));
        release.migrations().forEach(migration -> all.addAll(covered(migration)));
        return all;
    }

    private static List<ParsedStatement> covered(MigrationView migration) {
        return migration.up().stream().filter(ParsedStatement::covered).toList();
    }
}
