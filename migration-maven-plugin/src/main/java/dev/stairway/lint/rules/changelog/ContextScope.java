package dev.stairway.lint.rules.changelog;

import java.util.Locale;
import java.util.Set;

/** What a context of Liquibase says about where a changeSet runs. */
final class ContextScope {

    /** Names that people give to what runs everywhere. */
    private static final Set<String> EVERYWHERE = Set.of("all", "default", "main", "any", "base", "ddl", "schema");

    private ContextScope() {}

    /** True when some runs choose the context and others do not. */
    static boolean isChoice(String context) {
        return !EVERYWHERE.contains(context.strip().toLowerCase(Locale.ROOT));
    }
}
