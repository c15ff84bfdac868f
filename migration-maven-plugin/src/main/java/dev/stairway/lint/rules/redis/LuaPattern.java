package dev.stairway.lint.rules.redis;

/** What a pattern of Lua says about a name: https://www.lua.org/manual/5.1/manual.html#5.4.1 */
final class LuaPattern {

    private LuaPattern() {}

    /** True when it fits different texts. */
    static boolean varies(String pattern) {
        return outside(pattern, false);
    }

    /** True when a part that is in no parentheses fits different texts. */
    static boolean variesOutsideCaptures(String pattern) {
        return outside(pattern, true);
    }

    static int captures(String pattern) {
        int captures = 0;
        for (int at = 0; at < pattern.length(); at++) {
            char c = pattern.charAt(at);
            if (c == '%') {
                at++;
            } else if (c == '(') {
                captures++;
            }
        }
        return captures;
    }

    private static boolean outside(String pattern, boolean skipCaptures) {
        int depth = 0;
        for (int at = 0; at < pattern.length(); at++) {
            char c = pattern.charAt(at);
            boolean counts = depth == 0 || !skipCaptures;
            if (c == '%') {
                at++;
                if (counts && at < pattern.length() && Character.isLetter(pattern.charAt(at))) {
                    return true;
                }
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (counts && (c == '.' || c == '[')) {
                return true;
            }
        }
        return false;
    }
}
