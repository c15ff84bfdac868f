package dev.stairway.finding;

import java.util.regex.Pattern;

/** Matches migration ids against a pattern in which {@code *} stands for anything. */
public final class IdPattern {

    private final Pattern pattern;

    private IdPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    public static IdPattern of(String text) {
        StringBuilder regex = new StringBuilder();
        for (String literal : text.split("\\*", -1)) {
            regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(literal));
        }
        return new IdPattern(Pattern.compile(regex.toString(), Pattern.DOTALL));
    }

    /** True when the id, or its name alone, matches. */
    public boolean matches(String id, String name) {
        return pattern.matcher(id).matches() || pattern.matcher(name).matches();
    }
}
