package dev.stairway.judge;

import dev.stairway.fingerprint.Change;
import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.TableData;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * The rows of every table that a step touched, at each stage of the step: stage 0 is before the first difference, stage k
 * after the k-th.
 */
public final class Timeline {

    private final List<Difference> stages;
    private final SortedMap<String, TableData> now;

    /** @param now the rows after the last difference */
    public Timeline(SortedMap<String, TableData> now, Difference... stages) {
        this.now = now;
        this.stages = List.of(stages);
    }

    /** Tables that changed at any stage. */
    public Set<String> tables() {
        Set<String> names = new TreeSet<>();
        stages.forEach(stage -> names.addAll(stage.data().keySet()));
        return names;
    }

    /** Null when the table did not exist at that stage. */
    public TableData at(String table, int stage) {
        for (int i = stage - 1; i >= 0; i--) {
            Change<TableData> change = stages.get(i).data().get(table);
            if (change != null) {
                return change.after();
            }
        }
        for (int i = stage; i < stages.size(); i++) {
            Change<TableData> change = stages.get(i).data().get(table);
            if (change != null) {
                return change.before();
            }
        }
        return now.get(table);
    }
}
