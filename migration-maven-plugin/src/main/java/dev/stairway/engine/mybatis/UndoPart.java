package dev.stairway.engine.mybatis;

import dev.stairway.engine.Migration.Rollback;
import dev.stairway.script.sql.SqlScript;
import dev.stairway.script.sql.SqlSyntax;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a script says about its way back. MyBatis reports success whether it is there or not, and removes the script from
 * its history: https://mybatis.org/migrations/migrations/new.html
 *
 * @param line of the mark, from 1; 0 where there is none
 */
record UndoPart(Rollback rollback, int line) {

    /** What MigrationReader takes for the mark. */
    private static final Pattern MARK = Pattern.compile("[ \\t]*(--|//)[ \\t]*//[ \\t]*@UNDO.*");

    /** What ScriptRunner takes for a comment. */
    private static final Pattern COMMENT = Pattern.compile("\\s*(--|//).*");

    static UndoPart of(String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (MARK.matcher(lines.get(i)).matches()) {
                return new UndoPart(rollback(lines.subList(i + 1, lines.size())), i + 1);
            }
        }
        return new UndoPart(Rollback.MISSING, 0);
    }

    private static Rollback rollback(List<String> lines) {
        String rest =
                lines.stream().filter(line -> !COMMENT.matcher(line).matches()).collect(Collectors.joining("\n"));
        boolean says = SqlScript.content(rest, SqlSyntax.GENERIC) == SqlScript.Content.STATEMENTS;
        return says ? Rollback.WRITTEN : Rollback.EMPTY;
    }
}
