package dev.stairway.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ChangeSets of a formatted SQL changelog: https://docs.liquibase.com/concepts/changelogs/sql-format.html */
final class SqlOutlines {

    private static final Pattern ATTRIBUTE = Pattern.compile("(?:^|\\s)([A-Za-z]+):(\"[^\"]*\"|'[^']*'|\\S+)");
    private static final Pattern ROLLBACK =
            Pattern.compile("^\\s*(--|/\\*)\\s*(liquibase\\s+)?rollback\\b.*", Pattern.CASE_INSENSITIVE);

    /** Liquibase takes them in any case. */
    private static final List<String> NAMES = List.of(
            "stripComments",
            "splitStatements",
            "endDelimiter",
            "rollbackEndDelimiter",
            "rollbackSplitStatements",
            "runOnChange",
            "runAlways",
            "runInTransaction",
            "context",
            "contextFilter",
            "labels",
            "dbms",
            "failOnError",
            "onValidationFail",
            "logicalFilePath",
            "ignore",
            "runWith",
            "runOrder");

    private SqlOutlines() {}

    static List<ChangeSetOutline> in(String file, String text) {
        List<String> lines = text.lines().toList();
        List<ChangeSetPosition> positions = SqlChangeSets.in(text);
        List<ChangeSetOutline> found = new ArrayList<>();
        for (int at = 0; at < positions.size(); at++) {
            int last = at + 1 < positions.size() ? positions.get(at + 1).line() - 1 : lines.size();
            found.add(outline(file, lines, positions.get(at), last));
        }
        return found;
    }

    private static ChangeSetOutline outline(String file, List<String> lines, ChangeSetPosition position, int last) {
        String header = lines.get(position.line() - 1);
        OutlineBuilder builder = new OutlineBuilder(position.line(), attributes(header, position));
        for (int line = position.line() + 1; line <= last; line++) {
            if (ROLLBACK.matcher(lines.get(line - 1)).matches()) {
                builder.rollback(line);
            }
        }
        return builder.build(last, LineComments.in(file, lines, position.line() + 1, last, List.of("--")));
    }

    private static Map<String, String> attributes(String header, ChangeSetPosition position) {
        Map<String, String> attributes = new HashMap<>();
        Matcher matcher = ATTRIBUTE.matcher(header);
        while (matcher.find()) {
            name(matcher.group(1)).ifPresent(name -> attributes.put(name, unquoted(matcher.group(2))));
        }
        attributes.put("id", position.id());
        attributes.put("author", position.author());
        return attributes;
    }

    private static java.util.Optional<String> name(String written) {
        return NAMES.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).equals(written.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && (value.startsWith("\"") || value.startsWith("'"));
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
