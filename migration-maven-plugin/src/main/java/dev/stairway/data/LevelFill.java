package dev.stairway.data;

import dev.stairway.data.model.Store;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fills tables that do not need one another: all in one go, and those that the database refuses one by one. */
final class LevelFill {

    /** Rows that are sent in one go. */
    private static final int ROWS = 4_000;

    private final Store store;
    private final SeenValues seen;

    LevelFill(Store store, SeenValues seen) {
        this.store = store;
        this.seen = seen;
    }

    /** A table's rows on their way. */
    private record Member(TableJob job, TableFill fill, Store.Batch batch) {}

    /** The results in the order of the jobs. */
    Map<TableJob, TableFill.Result> fill(List<TableJob> jobs) throws SQLException {
        seen.read(reads(jobs));
        Map<TableJob, TableFill.Result> results = new LinkedHashMap<>();
        for (List<Member> group : groups(jobs, results)) {
            Set<TableJob> refused = new LinkedHashSet<>();
            store(group, refused);
            for (Member member : group) {
                results.put(
                        member.job(),
                        refused.contains(member.job())
                                ? alone(member.job())
                                : member.fill().result());
            }
        }
        return results;
    }

    private static List<Store.Selection> reads(List<TableJob> jobs) throws SQLException {
        List<Store.Selection> reads = new ArrayList<>();
        for (TableJob job : jobs) {
            reads.addAll(job.reads());
        }
        return reads;
    }

    /** Puts tables together up to a number of rows; those that fit in no group are filled on the way. */
    private List<List<Member>> groups(List<TableJob> jobs, Map<TableJob, TableFill.Result> results)
            throws SQLException {
        List<List<Member>> groups = new ArrayList<>();
        int room = 0;
        for (TableJob job : jobs) {
            TableFill fill = job.prepare(store);
            if (!fill.fitsInGroup()) {
                results.put(job, fill.alone());
                continue;
            }
            if (room < job.rows()) {
                groups.add(new ArrayList<>());
                room = ROWS;
            }
            room -= job.rows();
            groups.get(groups.size() - 1).add(new Member(job, fill, fill.whole()));
        }
        return groups;
    }

    /** Stores the rows of all members; where the database refuses, those of each half. */
    private void store(List<Member> members, Set<TableJob> refused) throws SQLException {
        List<Member> some =
                members.stream().filter(each -> !each.batch().rows().isEmpty()).toList();
        if (some.isEmpty()) {
            return;
        }
        try {
            List<Store.Stored> stored =
                    store.insert(some.stream().map(Member::batch).toList());
            for (int i = 0; i < some.size(); i++) {
                some.get(i).fill().took(stored.get(i));
            }
        } catch (SQLException refusal) {
            if (store.isLost(refusal)) {
                throw refusal;
            }
            if (some.size() == 1) {
                refused.add(some.get(0).job());
            } else {
                store(some.subList(0, some.size() / 2), refused);
                store(some.subList(some.size() / 2, some.size()), refused);
            }
        }
    }

    /** Once more with what the tables hold now: a trigger may have changed what was read earlier. */
    private TableFill.Result alone(TableJob job) throws SQLException {
        seen.forgetAll();
        return job.prepare(store).alone();
    }
}
