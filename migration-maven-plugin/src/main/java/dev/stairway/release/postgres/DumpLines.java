package dev.stairway.release.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * The lines of a dump in parts: SQL up to the next section, or the rows of one COPY.
 *
 * @see <a href="https://www.postgresql.org/docs/current/app-pgdump.html">pg_dump</a>
 */
final class DumpLines {

    private static final Pattern COPY = Pattern.compile("COPY .* FROM stdin;");
    private static final Pattern SECTION = Pattern.compile("-- (Data for )?Name: .*");

    private final BufferedReader in;
    private final StringBuilder sql = new StringBuilder();
    private int line;
    private int start = 1;
    private String copy;
    private String last = "";

    DumpLines(BufferedReader in) {
        this.in = in;
    }

    /**
     * Goes on to the end of a section.
     *
     * @return false at the end of the file; what {@link #sql()} holds then is still to be run
     */
    boolean next() throws IOException {
        sql.setLength(0);
        copy = null;
        start = line + 1;
        for (String text = in.readLine(); text != null; text = in.readLine()) {
            line++;
            // Inside a function such a line would follow one that ends no statement.
            if (ended() && COPY.matcher(text).matches()) {
                copy = text.substring(0, text.length() - 1);
                return true;
            }
            sql.append(text).append('\n');
            last = text.isBlank() ? last : text;
            if (SECTION.matcher(text).matches()) {
                return true;
            }
        }
        return false;
    }

    private boolean ended() {
        return last.isEmpty() || last.startsWith("--") || last.endsWith(";") || last.equals("\\.");
    }

    /** Statements of the part, in front of its COPY if it has one. */
    String sql() {
        return sql.toString();
    }

    /** Line on which {@link #sql()} starts, from 1. */
    int start() {
        return start;
    }

    /** The COPY whose rows follow; null for none. */
    String copy() {
        return copy;
    }

    /** Line that was read last, from 1. */
    int line() {
        return line;
    }

    /** One row of that COPY; null behind the last. */
    String row() throws IOException {
        String text = in.readLine();
        line++;
        last = "\\.";
        return text == null || text.equals("\\.") ? null : text;
    }
}
