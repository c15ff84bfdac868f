package dev.stairway.engine.liquibase;

import dev.stairway.engine.ChangelogSource;
import java.util.Optional;
import java.util.TreeSet;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.filter.ContextChangeSetFilter;
import liquibase.changelog.filter.DbmsChangeSetFilter;
import liquibase.changelog.filter.IgnoreChangeSetFilter;
import liquibase.changelog.filter.LabelChangeSetFilter;
import liquibase.database.Database;

/** Liquibase's own filters, in words. */
final class Filters {

    private final Database database;
    private final Contexts contexts;
    private final LabelExpression labels;

    Filters(ChangelogSource source, Database database) {
        this.database = database;
        contexts = contexts(source);
        labels = labels(source);
    }

    static Contexts contexts(ChangelogSource source) {
        return new Contexts(source.contexts() == null ? "" : source.contexts());
    }

    static LabelExpression labels(ChangelogSource source) {
        return new LabelExpression(source.labels() == null ? "" : source.labels());
    }

    /** Why the changeSet does not run here, if so. */
    Optional<String> notApplicable(ChangeSet changeSet) {
        if (!new IgnoreChangeSetFilter().accepts(changeSet).isAccepted()) {
            return Optional.of("it is marked ignore=\"true\"");
        }
        if (!new DbmsChangeSetFilter(database).accepts(changeSet).isAccepted()) {
            String wanted = String.join(", ", new TreeSet<>(changeSet.getDbmsSet()));
            return Optional.of("dbms is '" + wanted + "', this database is '" + database.getShortName() + "'");
        }
        if (!new ContextChangeSetFilter(contexts).accepts(changeSet).isAccepted()) {
            return Optional.of("context is '" + changeSet.buildFullContext() + "', this run has '" + contexts + "'");
        }
        if (!new LabelChangeSetFilter(labels).accepts(changeSet).isAccepted()) {
            return Optional.of("label is '" + changeSet.buildFullLabels() + "', this run wants '" + labels + "'");
        }
        return Optional.empty();
    }
}
