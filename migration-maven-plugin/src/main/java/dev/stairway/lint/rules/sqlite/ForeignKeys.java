package dev.stairway.lint.rules.sqlite;

import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.SqlTree.Pragma;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a connection enforces foreign keys, as far as its statements say: a pragma counts only outside a transaction.
 * https://www.sqlite.org/pragma.html#pragma_foreign_keys
 */
final class ForeignKeys {

    private static final String NAME = "foreign_keys";
    private static final Set<String> OFF = Set.of("off", "0", "no", "false");

    private boolean on;
    private boolean off;

    /** Goes on behind a statement. */
    void after(StatementView statement) {
        Pragma pragma = statement.as(Pragma.class).filter(ForeignKeys::switches).orElse(null);
        if (pragma == null) {
            return;
        }
        if (!statement.transaction()) {
            off = switchesOff(pragma);
            on = !off;
        }
    }

    /** They were switched on, and nothing has switched them off. */
    boolean on() {
        return on;
    }

    /** They were switched off, and nothing has switched them on. */
    boolean off() {
        return off;
    }

    /** True for a pragma that changes it, false for one that asks. */
    static boolean switches(Pragma pragma) {
        return pragma.name().equals(NAME) && !pragma.value().isEmpty();
    }

    static boolean switchesOff(Pragma pragma) {
        return switches(pragma) && OFF.contains(pragma.value().toLowerCase(Locale.ROOT));
    }
}
