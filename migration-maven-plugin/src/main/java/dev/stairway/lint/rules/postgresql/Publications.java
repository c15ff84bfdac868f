package dev.stairway.lint.rules.postgresql;

import dev.stairway.lint.rules.support.Course;
import dev.stairway.lint.rules.support.Words;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Name;
import java.util.Locale;

/** Which tables statements have published for logical replication. */
final class Publications {

    private Publications() {}

    /** True when a statement has published the table, its schema or all tables. */
    static boolean hold(Name table, Course before) {
        return before.publications().stream().anyMatch(statement -> publishes(statement, table));
    }

    private static boolean publishes(ParsedStatement statement, Name table) {
        String sql = statement.source().sql();
        if (!Words.startsWith(sql, "CREATE") && !Words.startsWith(sql, "ALTER")) {
            return false;
        }
        Words words = Words.of(sql);
        boolean publication = words.find("PUBLICATION") == 1 && !words.begins("DROP");
        if (!publication || words.has("DROP", "TABLE")) {
            return false;
        }
        return words.has("FOR", "ALL", "TABLES") || words.has("TABLES", "IN", "SCHEMA") || names(words, table);
    }

    private static boolean names(Words words, Name table) {
        for (int at = words.find("TABLE"); at >= 0 && at < words.size(); at++) {
            String word = words.written(at).replace("\"", "");
            boolean name = word.toLowerCase(Locale.ROOT).equals(table.name().toLowerCase(Locale.ROOT));
            if (name && !words.word(at + 1).equals(".")) {
                return true;
            }
        }
        return false;
    }
}
