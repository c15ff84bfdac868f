package dev.stairway.fault;

import java.sql.SQLException;
import java.util.Set;

/** Faults that a product has of its own. */
public interface ProductFaults {

    Set<Fault> known();

    /** @param fault one of those that are known */
    Injection put(Fault fault) throws SQLException;
}
