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
    /** Of the transaction that runs. */
    private final Map<String, String> local = new HashMap<>();

    private boolean transaction;

    /**
     * @param transaction true when the runner begins one
     * @param kept parameters that migrations before it have left set in its session
     */
    Session(boolean transaction, Map<String, String> kept) {
        this.transaction = transaction;
        parameters.putAll(kept);
    }

    boolean transaction() {
        return transaction;
    }

    Map<String, String> parameters() {
        Map<String, String> all = new HashMap<>(parameters);
        all.putAll(local);
        return Map.copyOf(all);
    }

    /** What outlives the transaction. */
    Map<String, String> lasting() {
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
            local.clear();
        }
    }

    /** SET LOCAL does nothing outside of a transaction: https://www.postgresql.org/docs/current/sql-set.html. */
    private void set(SetParameter set) {
        if (set.resets() && set.parameter().equals("all")) {
            parameters.clear();
            local.clear();
        } else if (set.resets()) {
            parameters.remove(set.parameter());
            local.remove(set.parameter());
        } else if (!set.local()) {
            parameters.put(set.parameter(), set.value());
            local.remove(set.parameter());
        } else if (transaction) {
            local.put(set.parameter(), set.value());
        }
    }
}
