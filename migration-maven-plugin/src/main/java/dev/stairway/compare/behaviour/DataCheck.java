package dev.stairway.compare.behaviour;

import java.sql.SQLException;
import java.util.List;

/** Keeps the rows of databases side by side equal, and tells where migrations make them differ. */
public interface DataCheck extends AutoCloseable {

    /** Looks at nothing. */
    DataCheck NONE = new DataCheck() {
        @Override
        public void fill(List<Member> members) {}

        @Override
        public List<DataDifference> compare(List<Member> members) {
            return List.of();
        }

        @Override
        public void close() {}
    };

    /** Writes the same rows everywhere into the tables that all have, where these have none yet. Called before a migration. */
    void fill(List<Member> members) throws SQLException;

    /** True when {@link #fill} has something to do although no schema has changed. */
    default boolean waits() {
        return false;
    }

    /** @param statements of a migration, as one of the databases got them */
    default void played(List<String> statements) {}

    /** Something happened on a database that no statement tells; the next comparison is one of all rows. */
    default void unseen() {}

    /** One more migration is behind, on all databases that have it. */
    default void done() {}

    /** All that differs now, one entry per column or table. Called after a migration that all have, also after the first. */
    List<DataDifference> compare(List<Member> members) throws SQLException;

    /** What could not be filled or compared, with its reason, for people. */
    default List<String> notes() {
        return List.of();
    }

    @Override
    void close();
}
