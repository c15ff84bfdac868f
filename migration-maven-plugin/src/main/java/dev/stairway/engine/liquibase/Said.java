package dev.stairway.engine.liquibase;

import dev.stairway.script.ChangeSetOutline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liquibase.change.AbstractSQLChange;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;

/** What a changeSet says of itself, by the names of https://docs.liquibase.com/concepts/changelogs/changeset.html. */
final class Said {

    private static final Set<String> NOT_SAID = Set.of("id", "author", "comment");
    private static final Pattern SCHEMA = Pattern.compile("[sS]chemaName[\"']?\\s*[=:]\\s*[\"']?(\\w+)");

    private Said() {}

    /** @param raw lines of the changeSet without the values of parameters */
    static Map<String, String> of(ChangeSet changeSet, Optional<ChangeSetOutline> outline, List<String> raw) {
        Map<String, String> said = new HashMap<>();
        outline.ifPresent(written -> written.attributes().forEach((name, value) -> put(said, name, value)));
        if (changeSet.getPreconditions() != null) {
            said.put("preConditions", Guards.of(changeSet.getPreconditions()));
            said.put("onFail", changeSet.getPreconditions().getOnFail().name());
            said.put("onError", changeSet.getPreconditions().getOnError().name());
        }
        changeSet.getChanges().forEach(change -> sql(change, said));
        if (!changeSet.getValidCheckSums().isEmpty()) {
            said.put("validCheckSum", changeSet.getValidCheckSums().toString());
        }
        if (changeSet.getComments() != null && !changeSet.getComments().isBlank()) {
            said.put("comment", changeSet.getComments().strip());
        }
        raw.stream()
                .map(SCHEMA::matcher)
                .filter(Matcher::find)
                .findFirst()
                .ifPresent(schema -> said.put("schemaName", schema.group(1)));
        return said;
    }

    private static void put(Map<String, String> said, String name, String value) {
        if (!NOT_SAID.contains(name) && !value.isBlank()) {
            said.put(name.equals("contextFilter") ? "context" : name, value.strip());
        }
    }

    private static void sql(Change change, Map<String, String> said) {
        if (!(change instanceof AbstractSQLChange sql)) {
            return;
        }
        if (Boolean.FALSE.equals(sql.isSplitStatements())) {
            said.put("splitStatements", "false");
        }
        if (sql.getEndDelimiter() != null) {
            said.put("endDelimiter", sql.getEndDelimiter());
        }
    }
}
