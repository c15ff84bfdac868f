package dev.stairway.engine.liquibase;

import dev.stairway.engine.ChangelogSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.filter.ChangeSetFilter;
import liquibase.changelog.filter.ChangeSetFilterResult;
import liquibase.changelog.filter.ContextChangeSetFilter;
import liquibase.changelog.filter.DbmsChangeSetFilter;
import liquibase.changelog.filter.IgnoreChangeSetFilter;
import liquibase.changelog.filter.LabelChangeSetFilter;
import liquibase.database.Database;

/** Liquibase's own filters, in words. */
final class Filters {

    private final Database database;
    private final DbmsChangeSetFilter dbms;
    private final List<ChangeSetFilter> others;

    Filters(ChangelogSource source, Database database) {
        this.database = database;
        dbms = new DbmsChangeSetFilter(database);
        others = List.of(
                new IgnoreChangeSetFilter(),
                new ContextChangeSetFilter(contexts(source)),
                new LabelChangeSetFilter(labels(source)));
    }

    static Contexts contexts(ChangelogSource source) {
        return new Contexts(source.contexts() == null ? "" : source.contexts());
    }

    static LabelExpression labels(ChangelogSource source) {
        return new LabelExpression(source.labels() == null ? "" : source.labels());
    }

    /** Why the changeSet does not run here, if so. */
    Optional<String> notApplicable(ChangeSet changeSet) {
        if (!dbms.accepts(changeSet).isAccepted()) {
            Set<String> wanted = new TreeSet<>(changeSet.getDbmsSet());
            return Optional.of(
                    "dbms is '" + String.join(", ", wanted) + "', this database is '" + database.getShortName() + "'");
        }
        return others.stream()
                .map(filter -> filter.accepts(changeSet))
                .filter(result -> !result.isAccepted())
                .map(ChangeSetFilterResult::getMessage)
                .findFirst();
    }
}
