package dev.stairway.judge;

/** Globs in which {@code *} stands for any characters and a backslash takes the next one as it is. */
public final class Globs {

    private Globs() {}

    /** True when some name matches both. */
    public static boolean overlap(String one, String other) {
        boolean[][] ends = new boolean[one.length() + 1][other.length() + 1];
        for (int i = one.length(); i >= 0; i--) {
            for (int j = other.length(); j >= 0; j--) {
                ends[i][j] = overlap(one, i, other, j, ends);
            }
        }
        return ends[0][0];
    }

    /** @param ends what is known of all later places */
    private static boolean overlap(String one, int i, String other, int j, boolean[][] ends) {
        boolean end = i == one.length();
        boolean otherEnd = j == other.length();
        if (end && otherEnd) {
            return true;
        }
        if (!end && one.charAt(i) == '*') {
            return ends[i + 1][j] || !otherEnd && ends[i][j + step(other, j)];
        }
        if (!otherEnd && other.charAt(j) == '*') {
            return ends[i][j + 1] || !end && ends[i + step(one, i)][j];
        }
        return !end && !otherEnd && letter(one, i) == letter(other, j) && ends[i + step(one, i)][j + step(other, j)];
    }

    private static int step(String glob, int at) {
        return glob.charAt(at) == '\\' && at + 1 < glob.length() ? 2 : 1;
    }

    private static char letter(String glob, int at) {
        return glob.charAt(at + step(glob, at) - 1);
    }
}
