package dev.stairway.lint;

import dev.stairway.engine.Position;
import dev.stairway.script.sql.SqlStatement;
import java.util.ArrayList;
import java.util.List;

/** Takes what one rule has to say. */
public final class Remarks {

    private final Facts rule;
    private final List<Remark> said = new ArrayList<>();

    Remarks(Facts rule) {
        this.rule = rule;
    }

    /**
     * Something in a statement.
     *
     * @param offset of the place in the statement, from 0
     * @param object as it is written, for people and to find it in what a run has seen; empty where there is none
     * @param what one sentence without a full stop, with the user's names
     */
    public void at(StatementView statement, int offset, String object, String what) {
        at(statement, offset, object, what, rule.instead());
    }

    /** The same with what to write instead in the user's own names. */
    public void at(StatementView statement, int offset, String object, String what, String instead) {
        at(statement.migration(), statement.parsed().source(), offset, object, what, instead);
    }

    /** Something in a statement of either way of a migration, or in a script of Redis. */
    public void at(
            MigrationView migration, SqlStatement source, int offset, String object, String what, String instead) {
        int begin = source.sql().lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
        boolean first = source.sql().lastIndexOf('\n', Math.max(0, offset - 1)) < 0;
        int column = first ? source.column() + offset : offset - begin + 1;
        said.add(new Remark(
                rule,
                migration.id(),
                new Position(source.file(), source.lineOf(offset)),
                column,
                source.sql(),
                object,
                what,
                instead));
    }

    /** Something about a migration as a whole. */
    public void of(MigrationView migration, String object, String what) {
        of(migration, object, what, rule.instead());
    }

    /** The same with what to do instead. */
    public void of(MigrationView migration, String object, String what, String instead) {
        said.add(new Remark(rule, migration.id(), migration.migration().at(), 0, "", object, what, instead));
    }

    List<Remark> said() {
        return List.copyOf(said);
    }
}
