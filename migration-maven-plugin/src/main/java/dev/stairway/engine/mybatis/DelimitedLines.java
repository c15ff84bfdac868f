package dev.stairway.engine.mybatis;

import java.util.ArrayList;
import java.util.List;
import org.apache.ibatis.migration.options.DatabaseOperationOption;

/**
 * A script as MyBatis' runner cuts it, line by line: https://mybatis.org/migrations/migrations/environments.html
 *
 * @param pieces what it sends, one by one
 * @param plain the same lines with a semicolon in the place of every delimiter, and comments as every product knows them
 */
record DelimitedLines(List<String> pieces, String plain) {

    static DelimitedLines of(List<String> lines, DatabaseOperationOption option) {
        Reading reading = new Reading(option);
        lines.forEach(reading::line);
        return new DelimitedLines(reading.pieces(), reading.plain.toString());
    }

    /** Line by line. */
    private static final class Reading {

        private final DatabaseOperationOption option;
        private final List<String> pieces = new ArrayList<>();
        private final StringBuilder piece = new StringBuilder();
        private final StringBuilder plain = new StringBuilder();
        private String delimiter;

        Reading(DatabaseOperationOption option) {
            this.option = option;
            this.delimiter = option.getDelimiter();
        }

        private void line(String line) {
            if (ScriptPart.comment(line)) {
                delimiter = ScriptPart.delimiter(line, delimiter);
                plain.append(line.strip().startsWith("//") ? "" : line);
            } else if (option.isSendFullScript()) {
                piece.append(line).append('\n');
                plain.append(line);
            } else if (ScriptPart.ends(line, delimiter, option.isFullLineDelimiter())) {
                int at = line.lastIndexOf(delimiter);
                pieces.add(piece + line.substring(0, at));
                piece.setLength(0);
                plain.append(line, 0, at).append(';').append(line.substring(at + delimiter.length()));
            } else {
                piece.append(line).append('\n');
                plain.append(line);
            }
            plain.append('\n');
        }

        private List<String> pieces() {
            pieces.add(piece.toString());
            return pieces;
        }
    }
}
