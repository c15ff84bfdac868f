package dev.stairway.lint.rules.support;

import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.Insert;
import dev.stairway.script.sql.tree.SqlTree.Other;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An UPDATE or DELETE in the WITH of an INSERT, or a MERGE: no tree tells of them, so they are read from the text. See
 * https://www.postgresql.org/docs/current/queries-with.html#QUERIES-WITH-MODIFYING.
 *
 * @param verb {@code UPDATE}, {@code DELETE} or {@code MERGE}
 * @param table whose rows it changes
 * @param where its condition as written; empty where it has none, and of a MERGE
 * @param offset of its first character in the statement
 */
public record InnerWrite(String verb, Name table, String where, int offset) {

    private static final String NAME = "((?:[\\w$]+|\"[^\"]+\")(?:\\.(?:[\\w$]+|\"[^\"]+\"))?)";

    private static final Pattern WRITE = Pattern.compile(
            "(?:\\bas\\s+(?:not\\s+)?(?:materialized\\s+)?\\(\\s*(update|delete\\s+from)|^\\s*(merge\\s+into))\\s+(?:only\\s+)?"
                    + NAME,
            Pattern.CASE_INSENSITIVE);

    private static final Pattern WHERE =
            Pattern.compile("\\bwhere\\b(.*?)(?:\\breturning\\b.*)?$", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** True where it changes every row. */
    public boolean all() {
        return where.isEmpty() && !verb.equals("MERGE");
    }

    /** The first one in a statement; empty in the body of a function or a block, which is a text of its own. */
    public static Optional<InnerWrite> in(StatementView statement) {
        boolean mayHold = statement.tree() instanceof Other
                || statement
                        .as(Insert.class)
                        .filter(insert -> insert.query() != null)
                        .isPresent();
        if (!mayHold) {
            return Optional.empty();
        }
        String sql = statement.parsed().source().sql();
        Matcher write = WRITE.matcher(sql);
        if (!write.find()) {
            return Optional.empty();
        }
        boolean merge = write.group(2) != null;
        String verb = merge ? "MERGE" : write.group(1).split("\\s")[0].toUpperCase(Locale.ROOT);
        String where = merge ? "" : where(inner(sql, write.end()));
        int offset = merge ? write.start(2) : write.start(1);
        return Optional.of(new InnerWrite(verb, name(write.group(3)), where, offset));
    }

    private static String where(String statement) {
        Matcher where = WHERE.matcher(statement);
        return where.find() ? where.group(1).strip() : "";
    }

    /** From there to the parenthesis that closes what is open. */
    private static String inner(String sql, int from) {
        int open = 1;
        for (int at = from; at < sql.length(); at++) {
            char next = sql.charAt(at);
            open += next == '(' ? 1 : next == ')' ? -1 : 0;
            if (open == 0) {
                return sql.substring(from, at);
            }
        }
        return sql.substring(from);
    }

    /** As PostgreSQL stores it. */
    static Name name(String written) {
        int dot = written.startsWith("\"") ? written.indexOf("\".") + 1 : written.indexOf('.');
        String last = dot > 0 ? written.substring(dot + 1) : written;
        String schema = dot > 0 ? written.substring(0, dot) : "";
        return new Name(plain(schema), plain(last), written, last.startsWith("\""));
    }

    private static String plain(String part) {
        return part.startsWith("\"") ? part.substring(1, part.length() - 1) : part.toLowerCase(Locale.ROOT);
    }
}
