package dev.stairway.lint;

import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.SqlTree.Pragma;
import dev.stairway.script.sql.tree.SqlTree.SetParameter;
import dev.stairway.script.sql.tree.SqlTree.Transaction;
import java.util.HashMap;
import java.util.Map;

/** What the session of a migration is in, as far as its statements say. */
final class Session {

    private final Map<String, String> parameters = new HashMap<>();
    private boolean transaction;

    /** @param transaction true when the runner begins one */
    Session(boolean transaction) {
        this.transaction = transaction;
    }

    boolean transaction() {
        return transaction;
    }

    Map<String, String> parameters() {
        return Map.copyOf(parameters);
    }

    void after(SqlTree tree) {
        if (tree instanceof Transaction control) {
            control(control.verb());
        } else if (tree instanceof SetParameter set) {
            set(set);
        } else if (tree instanceof Pragma pragma && !pragma.value().isEmpty()) {
            parameters.put(pragma.name(), pragma.value());
        }
    }

    private void control(String verb) {
        if (verb.equals("BEGIN")) {
            transaction = true;
        } else if (verb.equals("COMMIT") || verb.equals("ROLLBACK")) {
            transaction = false;
        }
    }

    private void set(SetParameter set) {
        if (set.resets() && set.parameter().equals("all")) {
            parameters.clear();
        } else if (set.resets()) {
            parameters.remove(set.parameter());
        } else {
            parameters.put(set.parameter(), set.value());
        }
    }
}
