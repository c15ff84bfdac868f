package dev.stairway.database.external;

import java.util.Objects;

/**
 * What a product has to be asked that stairway does not know, in its own SQL; only written in the POM.
 *
 * @param server a query of one row that tells this server and database from every copy of it; empty for none
 * @param others a query whose rows show that somebody else uses the server: other sessions, standbys; empty for none
 */
public record Questions(String server, String others) {

    /** Of products that are known. */
    public static final Questions NONE = new Questions("", "");

    public Questions {
        server = Objects.requireNonNullElse(server, "").strip();
        others = Objects.requireNonNullElse(others, "").strip();
    }
}
