package dev.stairway.engine.mybatis;

import dev.stairway.script.sql.SqlStatement;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.ibatis.migration.options.DatabaseOperationOption;

/**
 * One way of a script, handed to MyBatis' runner line by line, so that it is known how far that came.
 */
final class ScriptPart extends Reader {

    private static final Pattern DELIMITER =
            Pattern.compile("\\s*((--)|(//))?\\s*(//)?\\s*@DELIMITER\\s+(\\S+).*", Pattern.CASE_INSENSITIVE);

    private final String file;
    private final List<String> lines;
    private final int from;
    private Reader current = new StringReader("");
    private int handed;

    /**
     * @param file as messages name it
     * @param read what MyBatis' reader makes of the file, line for line
     * @param from line of the file with which this part begins, from 1
     */
    ScriptPart(String file, String read, int from) {
        this.file = file;
        this.lines = read.lines().toList();
        this.from = from;
    }

    /** Everything that a reader gives. */
    static String read(Reader reader) {
        StringBuilder text = new StringBuilder();
        char[] some = new char[1 << 12];
        try (reader) {
            for (int count = reader.read(some, 0, some.length); count >= 0; count = reader.read(some, 0, some.length)) {
                text.append(some, 0, count);
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = current.read(buffer, offset, length);
        while (count < 0 && handed < lines.size()) {
            current = new StringReader(lines.get(handed) + "\n");
            handed++;
            count = current.read(buffer, offset, length);
        }
        return count;
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    /** The statement that the runner was about to run or to finish when it stopped. */
    SqlStatement reached(DatabaseOperationOption option) {
        String delimiter = delimiter(option.getDelimiter());
        int first = handed - 1;
        StringBuilder sql = new StringBuilder();
        for (int i = handed - 1; i >= 0 && !option.isSendFullScript(); i--) {
            String line = lines.get(i);
            if (i < handed - 1 && ends(line, delimiter, option.isFullLineDelimiter())) {
                break;
            }
            if (!comment(line) && !line.isBlank()) {
                first = i;
                sql.insert(0, line + "\n");
            }
        }
        int line = from + Math.max(0, option.isSendFullScript() ? 0 : first);
        return new SqlStatement(file, line, 1, sql.toString().strip());
    }

    private String delimiter(String configured) {
        String delimiter = configured;
        for (String line : lines.subList(0, handed)) {
            delimiter = comment(line) ? delimiter(line, delimiter) : delimiter;
        }
        return delimiter;
    }

    /** What ends a statement behind a comment. @param before what ended one in front of it */
    static String delimiter(String comment, String before) {
        Matcher change = DELIMITER.matcher(comment);
        return change.matches() ? change.group(5) : before;
    }

    static boolean comment(String line) {
        String trimmed = line.strip();
        return trimmed.startsWith("--") || trimmed.startsWith("//");
    }

    static boolean ends(String line, String delimiter, boolean fullLine) {
        return !comment(line) && (fullLine ? line.strip().equals(delimiter) : line.contains(delimiter));
    }
}
