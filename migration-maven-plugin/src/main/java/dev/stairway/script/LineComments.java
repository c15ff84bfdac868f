package dev.stairway.script;

import java.util.ArrayList;
import java.util.List;

/** Comments that fill a line, also inside the SQL of a changelog. */
final class LineComments {

    private LineComments() {}

    /**
     * Those of some lines of a file.
     *
     * @param lines all of the file
     * @param from first line that counts, from 1
     * @param to last line that counts
     * @param marks what a comment begins with: {@code --}
     */
    static List<ScriptComment> in(String file, List<String> lines, int from, int to, List<String> marks) {
        List<ScriptComment> found = new ArrayList<>();
        for (int at = Math.max(1, from); at <= Math.min(to, lines.size()); at++) {
            String line = lines.get(at - 1).strip();
            for (String mark : marks) {
                if (line.startsWith(mark) && !line.startsWith("-->")) {
                    found.add(new ScriptComment(
                            file, at, line.substring(mark.length()).strip()));
                    break;
                }
            }
        }
        return found;
    }
}
