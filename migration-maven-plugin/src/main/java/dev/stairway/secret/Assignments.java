package dev.stairway.secret;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Hides secrets that are common words, and only where a text says that they are passwords. */
final class Assignments {

    private static final String SAID =
            "(?i)((?:pass(?:word|wort|wd|phrase)?|pwd|secret|token|auth|requirepass)[\"']?\\s*"
                    + "(?:[:=,]|\\bto\\b|\\s)\\s*[\"'>]?|identified\\s+by\\s+[\"']?|://[^/\\s:@]*:)";

    private final Pattern pattern;

    Assignments(List<String> secrets) {
        String words = secrets.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        this.pattern = secrets.isEmpty() ? null : Pattern.compile(SAID + "(?:" + words + ")(?![A-Za-z0-9])");
    }

    boolean isEmpty() {
        return pattern == null;
    }

    String masked(String text) {
        return isEmpty() ? text : pattern.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(Mask.STARS));
    }
}
