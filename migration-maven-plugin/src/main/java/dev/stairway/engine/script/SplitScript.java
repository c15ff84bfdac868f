package dev.stairway.engine.script;

import dev.stairway.problem.ProblemException;
import dev.stairway.script.sql.SqlScript;
import dev.stairway.script.sql.SqlStatement;
import dev.stairway.script.sql.SqlSyntax;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A script as its product's parser splits it.
 *
 * @param notCovered why it cannot be split; empty where it can
 */
public record SplitScript(List<SqlStatement> statements, List<String> notCovered) {

    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern BLANK = Pattern.compile("\\s+");

    public SplitScript {
        statements = List.copyOf(statements);
        notCovered = List.copyOf(notCovered);
    }

    /** @param product lower-case name */
    public static SplitScript of(String file, String text, String product) {
        try {
            return new SplitScript(SqlScript.statements(file, text, SqlSyntax.of(product)), List.of());
        } catch (ProblemException copies) {
            return new SplitScript(List.of(), List.of(copies.problem().what()));
        }
    }

    /**
     * The statements that are in none of the pieces as a whole: whoever made the pieces has cut through them.
     *
     * @param pieces what is sent, one by one
     */
    public List<SqlStatement> cutBy(List<String> pieces) {
        List<String> whole = pieces.stream().map(SplitScript::bare).toList();
        return statements.stream()
                .filter(statement -> statement.sql().contains(";"))
                .filter(statement -> whole.stream().noneMatch(piece -> piece.contains(bare(statement.sql()))))
                .toList();
    }

    /** Without comments, blanks and a last semicolon, which splitters treat in their own ways. */
    private static String bare(String sql) {
        String text = BLANK.matcher(COMMENT.matcher(sql).replaceAll(" ")).replaceAll("");
        return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
    }
}
