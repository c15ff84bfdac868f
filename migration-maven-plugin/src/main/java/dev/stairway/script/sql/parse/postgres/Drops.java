package dev.stairway.script.sql.parse.postgres;

import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Drop_behavior_Context;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.DropstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.RemoveaggrstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.RemovefuncstmtContext;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree.Drop;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/** Objects that are dropped. */
final class Drops {

    private Drops() {}

    static Drop any(DropstmtContext written) {
        boolean onTable = written.object_type_name_on_any_name() != null;
        return new Drop(
                Kinds.at(written, 1),
                names(written),
                written.IF_P() != null,
                cascades(written.drop_behavior_()),
                written.CONCURRENTLY() != null,
                onTable ? Names.of(written.any_name()) : null);
    }

    private static List<Name> names(DropstmtContext written) {
        if (written.any_name_list_() != null) {
            return Names.all(written.any_name_list_().any_name());
        } else if (written.name_list() != null) {
            return Names.all(written.name_list().name());
        } else if (written.type_name_list() != null) {
            return Names.all(written.type_name_list().typename());
        }
        return List.of(Names.of(written.name()));
    }

    static Drop functions(RemovefuncstmtContext written) {
        return drop(
                Kinds.at(written, 1),
                Names.all(written.function_with_argtypes_list().function_with_argtypes()),
                written.IF_P() != null,
                written.drop_behavior_());
    }

    static Drop aggregates(RemoveaggrstmtContext written) {
        return drop(
                ObjectKind.AGGREGATE,
                Names.all(written.aggregate_with_argtypes_list().aggregate_with_argtypes()),
                written.IF_P() != null,
                written.drop_behavior_());
    }

    /** Of one object that has a statement of its own. */
    static Drop one(ObjectKind kind, ParserRuleContext name, boolean ifExists, Drop_behavior_Context behaviour) {
        return drop(kind, List.of(Names.of(name)), ifExists, behaviour);
    }

    private static Drop drop(ObjectKind kind, List<Name> names, boolean ifExists, Drop_behavior_Context behaviour) {
        return new Drop(kind, names, ifExists, cascades(behaviour), false, null);
    }

    private static boolean cascades(Drop_behavior_Context behaviour) {
        return behaviour != null && behaviour.CASCADE() != null;
    }
}
