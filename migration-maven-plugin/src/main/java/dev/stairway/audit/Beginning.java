package dev.stairway.audit;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Tells what a killed process leaves of a record, which is the first bytes of exactly what it was writing, from a line that
 * somebody changed: a blank behind the hash or CR at the end of a line is not written by any process of ours.
 */
final class Beginning {

    private Beginning() {}

    /**
     * True when each of these lines is the beginning of a record behind {@code end}; as many stand there as processes were killed one
     * after another.
     */
    static boolean allOf(Seal end, List<byte[]> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Torn before = i == 0 ? null : Torn.of(Lines.joined(lines.subList(0, i)));
            if (!is(new String(lines.get(i), StandardCharsets.ISO_8859_1), Line.head(end, before))) {
                return false;
            }
        }
        return true;
    }

    private static boolean is(String line, String head) {
        if (line.length() <= head.length()) {
            return !line.isEmpty() && head.startsWith(line);
        }
        return line.startsWith(head) && line.chars().allMatch(c -> c >= ' ' && c <= '~') && Line.endsAsBegun(line);
    }
}
