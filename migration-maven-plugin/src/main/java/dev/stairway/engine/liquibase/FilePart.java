package dev.stairway.engine.liquibase;

import dev.stairway.script.sql.SqlStatement;
import java.util.List;

/** Finds again, from top to bottom, what a changeSet says in its file. */
final class FilePart {

    private final String file;
    private final List<String> lines;
    private final int last;
    private int line;
    private int column;

    /**
     * @param lines of the whole file
     * @param first line of the part, from 1
     * @param last line of the part
     */
    FilePart(String file, List<String> lines, int first, int last) {
        this.file = file;
        this.lines = lines;
        this.line = Math.max(1, first);
        this.last = Math.min(last, lines.size());
    }

    /** The same statement at the next place where its first line stands; at another line where that is nowhere. */
    SqlStatement place(SqlStatement statement, int otherwise) {
        String begin = statement.sql().lines().findFirst().orElse("").stripTrailing();
        int from = column;
        for (int at = line; at <= last; at++) {
            int found = begin.isEmpty() ? -1 : plain(lines.get(at - 1)).indexOf(begin, from);
            if (found >= 0) {
                line = at;
                column = found + begin.length();
                return new SqlStatement(file, at, found + 1, statement.sql());
            }
            from = 0;
        }
        return new SqlStatement(file, otherwise, 1, statement.sql());
    }

    /** Goes on at a line, if that lies ahead. */
    void skipTo(int other) {
        if (other > line) {
            line = other;
            column = 0;
        }
    }

    private String plain(String text) {
        if (file.endsWith(".xml") && text.indexOf('&') >= 0) {
            return text.replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&apos;", "'")
                    .replace("&amp;", "&");
        }
        return file.endsWith(".json") ? text.replace("\\\"", "\"") : text;
    }
}
