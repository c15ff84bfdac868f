package dev.stairway.lint.rules.postgresql;

import dev.stairway.lint.rules.support.Course;
import dev.stairway.lint.rules.support.Words;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.SqlTree.CreateTable;
import dev.stairway.script.sql.tree.SqlTree.Drop;
import dev.stairway.script.sql.tree.TableAction;
import java.util.Locale;
import java.util.Optional;

/** Which table takes the rows that no other partition takes, as statements have left it. */
final class Partitions {

    private Partitions() {}

    /** The default partition of a table; empty where no statement has made one. */
    static Optional<Name> defaultOf(Name parent, Course before) {
        Name found = null;
        for (ParsedStatement statement : before.about(parent)) {
            found = after(found, parent, statement);
        }
        return Optional.ofNullable(found);
    }

    private static Name after(Name found, Name parent, ParsedStatement statement) {
        SqlTree tree = statement.tree();
        if (tree instanceof CreateTable create
                && create.partitionOf() != null
                && create.partitionOf().same(parent)) {
            return isDefault(statement) ? create.table() : found;
        }
        if (tree instanceof AlterTable alter && alter.table().same(parent)) {
            return alter.actions().stream().reduce(found, Partitions::after, (one, other) -> other);
        }
        boolean gone = tree instanceof Drop drop
                && found != null
                && drop.names().stream().anyMatch(found::same);
        return gone ? null : found;
    }

    private static Name after(Name found, TableAction action) {
        if (action instanceof TableAction.AttachPartition attach && attach.isDefault()) {
            return attach.partition();
        }
        boolean detached = action instanceof TableAction.DetachPartition detach
                && found != null
                && detach.partition().same(found);
        return detached ? null : found;
    }

    /** True for {@code CREATE TABLE ... PARTITION OF parent ... DEFAULT}, and not for the default of a column. */
    static boolean isDefault(ParsedStatement statement) {
        if (!statement.source().sql().toUpperCase(Locale.ROOT).contains("DEFAULT")) {
            return false;
        }
        Words words = Words.of(statement.source().sql());
        int depth = 0;
        for (int at = Math.max(0, words.find("PARTITION", "OF")); at < words.size(); at++) {
            String word = words.word(at);
            depth += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
            if (depth == 0 && word.equals("DEFAULT")) {
                return true;
            }
        }
        return false;
    }
}
