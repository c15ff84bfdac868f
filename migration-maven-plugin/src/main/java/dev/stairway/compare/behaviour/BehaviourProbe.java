package dev.stairway.compare.behaviour;

import java.sql.SQLException;
import java.util.List;

/** Executes the same probes on every database; what it wrote is gone afterwards. */
@FunctionalInterface
public interface BehaviourProbe {

    /** Does nothing. */
    BehaviourProbe NONE = (members, seed) -> BehaviourReport.NONE;

    /**
     * @param members at least two, with the same rows as far as these are the same
     * @param seed makes probes the same from run to run
     */
    BehaviourReport probe(List<Member> members, long seed) throws SQLException;
}
