package dev.stairway.lint.rules.generic;

import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Actions;
import dev.stairway.lint.rules.support.Earlier;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.DataType;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.TableAction.AlterType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Another type of a column that there was before the release. @param known its type until then, where a statement has said it */
record ChangedType(StatementView statement, Name table, AlterType change, Optional<DataType> known) {

    /** All of a release, in order. */
    static List<ChangedType> of(ReleaseView release) {
        List<ChangedType> changed = new ArrayList<>();
        Earlier.walk(release, (statement, earlier) -> {
            for (AlterType change : Actions.of(statement, AlterType.class)) {
                Name table = Actions.table(statement);
                if (!statement.isNew(table)
                        && earlier.added(table, change.column()).isEmpty()) {
                    changed.add(new ChangedType(statement, table, change, known(statement, table, change)));
                }
            }
        });
        return changed;
    }

    private static Optional<DataType> known(StatementView statement, Name table, AlterType change) {
        return statement
                .schema()
                .table(table)
                .flatMap(old -> old.column(change.column()))
                .map(Column::type);
    }
}
