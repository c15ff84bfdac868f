package dev.stairway.judge;

import java.util.ArrayList;
import java.util.List;

/** Names of rows and of the tables that stand for their pattern: segments between colons, what varies in braces. */
public final class RowNames {

    private RowNames() {}

    /** What stands in a row's name where its pattern has braces. */
    static List<String> variables(String pattern, String row) {
        String[] segments = pattern.split(":", -1);
        String[] name = row.split(":", -1);
        List<String> variables = new ArrayList<>();
        for (int i = 0; i < segments.length && i < name.length; i++) {
            int open = segments[i].lastIndexOf('{');
            int close = close(segments[i]);
            if (close > 0 && name[i].length() >= segments[i].length() - (close + 1 - open)) {
                variables.add(name[i].substring(open, name[i].length() - (segments[i].length() - close - 1)));
            }
        }
        return variables;
    }

    /** True when the two patterns have the same segments but for those that vary in the first. */
    public static boolean sameBut(String pattern, String other) {
        String[] segments = pattern.split(":", -1);
        String[] others = other.split(":", -1);
        boolean same = segments.length == others.length;
        for (int i = 0; same && i < segments.length; i++) {
            same = segments[i].equals(others[i]) || varies(segments[i]);
        }
        return same;
    }

    /** Finds every row of the pattern and perhaps more. */
    public static String glob(String pattern) {
        return pattern.replaceAll("[*?\\[\\]\\\\]", "\\\\$0").replaceAll("\\{[^:{}]*}", "*");
    }

    private static boolean varies(String segment) {
        return close(segment) > 0;
    }

    private static int close(String segment) {
        int open = segment.lastIndexOf('{');
        return open < 0 ? -1 : segment.indexOf('}', open);
    }
}
