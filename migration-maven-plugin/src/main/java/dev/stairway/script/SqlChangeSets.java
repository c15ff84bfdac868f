package dev.stairway.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ChangeSets of a formatted SQL changelog: {@code --changeset author:id}. */
final class SqlChangeSets {

    /** Author and id may be quoted: https://docs.liquibase.com/reference-guide/changelog-attributes/sql-changelog-format. */
    private static final Pattern CHANGE_SET = Pattern.compile(
            "^\\s*--\\s*changeset\\s+(\"[^\"]+\"|[^:]+):\\s*(\"[^\"]+\"|\\S+)", Pattern.CASE_INSENSITIVE);

    private SqlChangeSets() {}

    static List<ChangeSetPosition> in(String text) {
        List<ChangeSetPosition> found = new ArrayList<>();
        int line = 0;
        for (String content : text.split("\\R", -1)) {
            line++;
            Matcher matcher = CHANGE_SET.matcher(content);
            if (matcher.find()) {
                found.add(new ChangeSetPosition(unquoted(matcher.group(2)), unquoted(matcher.group(1)), line));
            }
        }
        return found;
    }

    private static String unquoted(String value) {
        String trimmed = value.trim();
        boolean quoted = trimmed.length() > 1 && trimmed.startsWith("\"") && trimmed.endsWith("\"");
        return quoted ? trimmed.substring(1, trimmed.length() - 1) : trimmed;
    }
}
