package dev.stairway.perf.advice;

import dev.stairway.finding.Rule;
import java.util.Optional;

/** An index made while writers wait. https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY */
final class IndexForm implements Form {

    static final String OUTSIDE =
            ", in a migration of its own outside a transaction (Liquibase: runInTransaction=\"false\""
                    + " on the changeSet; Flyway: executeInTransaction=false; dbmate: transaction:false)";

    @Override
    public Optional<Advised> look(Words words, Observed observed) {
        if (!words.take("CREATE")) {
            return Optional.empty();
        }
        String unique = words.take("UNIQUE") ? "UNIQUE " : "";
        if (!words.take("INDEX") || words.comes("CONCURRENTLY")) {
            return Optional.empty();
        }
        words.take("IF", "NOT", "EXISTS");
        String name = words.comes("ON") ? "" : words.name() + " ";
        if (!words.take("ON")) {
            return Optional.empty();
        }
        words.take("ONLY");
        String table = words.name();
        String rest = words.until();
        return observed.keptAwayWhileReading(table)
                .map(lock -> new Advised(
                        Rule.INDEX_KEEPS_WRITERS_AWAY,
                        lock,
                        "makes an index",
                        "CREATE " + unique + "INDEX CONCURRENTLY " + name + "ON " + table + " " + rest + ";"
                                + OUTSIDE));
    }
}
