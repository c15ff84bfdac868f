package dev.stairway.lint.rules.postgresql;

import dev.stairway.lint.rules.support.Course;
import dev.stairway.lint.schema.Schema;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Constraint.Kind;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.TableAction;
import java.util.ArrayList;
import java.util.List;

/** CHECK constraints of a table that all of its rows are known to obey; also of a table that no statement has made. */
final class ValidChecks {

    private ValidChecks() {}

    static List<Constraint> of(Name table, Schema schema, Course before) {
        List<Constraint> valid = new ArrayList<>();
        schema.table(table)
                .ifPresent(known -> known.all(Kind.CHECK).stream()
                        .filter(check -> !check.notValid() && !check.notEnforced())
                        .forEach(valid::add));
        List<Constraint> waiting = new ArrayList<>();
        for (ParsedStatement statement : before.about(table)) {
            if (statement.tree() instanceof AlterTable alter && alter.table().same(table)) {
                alter.actions().forEach(action -> see(action, valid, waiting));
            }
        }
        return valid;
    }

    private static void see(TableAction action, List<Constraint> valid, List<Constraint> waiting) {
        if (action instanceof TableAction.AddConstraint add && add.constraint().kind() == Kind.CHECK) {
            (add.constraint().notValid() ? waiting : valid).add(add.constraint());
        } else if (action instanceof TableAction.ValidateConstraint validate) {
            waiting.stream()
                    .filter(check -> named(check, validate.constraint()))
                    .forEach(valid::add);
        } else if (action instanceof TableAction.DropConstraint drop) {
            valid.removeIf(check -> named(check, drop.constraint()));
        }
    }

    private static boolean named(Constraint check, Name name) {
        return check.name() != null && check.name().same(name);
    }
}
