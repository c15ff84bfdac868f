package dev.stairway.engine.liquibase;

import dev.stairway.engine.Migration;
import dev.stairway.engine.MigrationStatements;
import dev.stairway.script.ChangeSetOutline;
import dev.stairway.script.OutlineElement;
import dev.stairway.script.sql.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.ObjectQuotingStrategy;
import liquibase.sql.visitor.SqlVisitor;

/** What a changeSet sends, both ways, with its places. */
final class ChangeSetStatements {

    private final Migration migration;
    private final ChangeSet changeSet;
    private final Database database;
    private final String product;
    private final ChangelogFiles.Read file;
    private final Optional<ChangeSetOutline> outline;
    private final List<String> notCovered = new ArrayList<>();
    private final List<SqlStatement> cut = new ArrayList<>();

    ChangeSetStatements(
            Migration migration, ChangeSet changeSet, Database database, String product, ChangelogFiles files) {
        this.migration = migration;
        this.changeSet = changeSet;
        this.database = database;
        this.product = product;
        this.file = files.file(changeSet);
        this.outline = files.next(changeSet);
    }

    MigrationStatements read() {
        ObjectQuotingStrategy quoting = database.getObjectQuotingStrategy();
        database.setObjectQuotingStrategy(changeSet.getObjectQuotingStrategy());
        try {
            List<SqlStatement> up = up();
            List<SqlStatement> down = down();
            return new MigrationStatements(
                    migration,
                    up,
                    down,
                    Said.of(changeSet, outline, raw()),
                    changeSet.getChanges().stream()
                            .map(Change::getSerializedObjectName)
                            .toList(),
                    outline.map(ChangeSetOutline::comments).orElse(List.of()),
                    notCovered,
                    cut);
        } finally {
            database.setObjectQuotingStrategy(quoting);
        }
    }

    private List<String> raw() {
        return outline.filter(written -> written.lastLine() <= file.raw().size())
                .map(written -> file.raw().subList(written.line() - 1, written.lastLine()))
                .orElse(List.of());
    }

    private List<SqlStatement> up() {
        Places places = new Places(outline.map(ChangeSetOutline::changes).orElse(List.of()), migration.line());
        List<SqlStatement> all = new ArrayList<>();
        for (Change change : changeSet.getChanges()) {
            ChangeSql sql = ChangeSql.of(change, database, product, changeSet.getSqlVisitors());
            all.addAll(places.of(change, sql));
        }
        return all;
    }

    private List<SqlStatement> down() {
        int line = outline.map(ChangeSetOutline::rollbackLine)
                .filter(written -> written > 0)
                .orElse(migration.line());
        List<SqlStatement> all = new ArrayList<>();
        if (changeSet.hasCustomRollbackChanges()) {
            Places places = new Places(outline.map(ChangeSetOutline::rollbacks).orElse(List.of()), line);
            for (Change change : changeSet.getRollback().getChanges()) {
                if (!RollbackKinds.doesNothing(change)) {
                    all.addAll(places.of(change, ChangeSql.of(change, database, product, visitorsOfRollback())));
                }
            }
        } else if (RollbackKinds.withoutInverse(changeSet, database).isEmpty()) {
            Places places = new Places(List.of(), line);
            for (int at = changeSet.getChanges().size() - 1; at >= 0; at--) {
                Change change = changeSet.getChanges().get(at);
                all.addAll(places.of(change, ChangeSql.back(change, database, visitorsOfRollback())));
            }
        }
        return all;
    }

    private List<SqlVisitor> visitorsOfRollback() {
        return changeSet.getSqlVisitors().stream()
                .filter(SqlVisitor::isApplyToRollback)
                .toList();
    }

    /** Places of the changes of one way, in order. */
    private final class Places {

        private final List<OutlineElement> left;
        private final FilePart part;
        private final int otherwise;

        Places(List<OutlineElement> elements, int first) {
            this.left = new ArrayList<>(elements);
            this.otherwise = first;
            // A file of SQL without any changeSet in it is one as a whole.
            int last =
                    outline.map(ChangeSetOutline::lastLine).orElse(file.lines().size());
            this.part = new FilePart(migration.file(), file.lines(), first, last);
        }

        List<SqlStatement> of(Change change, ChangeSql sql) {
            int line = line(change);
            part.skipTo(line);
            notCovered.addAll(sql.notCovered());
            List<SqlStatement> placed = new ArrayList<>();
            for (SqlStatement statement : sql.sql()) {
                SqlStatement at = place(statement, sql, line);
                placed.add(at);
                if (sql.cut().contains(statement)) {
                    cut.add(at);
                }
            }
            return placed;
        }

        private SqlStatement place(SqlStatement statement, ChangeSql sql, int line) {
            if (sql.inFile()) {
                return statement;
            }
            return sql.rendered()
                    ? new SqlStatement(migration.file(), line, 1, statement.sql())
                    : part.place(statement, line);
        }

        private int line(Change change) {
            for (int at = 0; at < left.size(); at++) {
                if (left.get(at).name().equals(change.getSerializedObjectName())) {
                    int line = left.get(at).line();
                    left.subList(0, at + 1).clear();
                    return line;
                }
            }
            return otherwise;
        }
    }
}
