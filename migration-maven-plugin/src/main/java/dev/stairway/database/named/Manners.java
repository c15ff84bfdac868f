package dev.stairway.database.named;

import dev.stairway.database.external.ExternalTarget;
import dev.stairway.database.external.ServerUrl;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** How one product shows what the locks depend on. */
interface Manners {

    /** Names of what people connect to when nobody names anything, in lower case. */
    List<String> everybodys();

    /** Before anything is looked at: makes writing impossible as far as the product can. */
    void beginReading(Connection connection) throws SQLException;

    /** Only reads. */
    Seen look(Connection connection) throws SQLException;

    /** What tells the server from its copies; empty where nothing does. */
    String server(Connection connection) throws SQLException;

    /** The kind of thing that is called like the table of the mark, as the product says it; empty where there is none. */
    String kindOfMark(Connection connection) throws SQLException;

    /** A table of the named database, in SQL. */
    String table(String name);

    /** Says that this run is alive, as long as the connection lasts. */
    void sign(Connection connection, String run) throws SQLException;

    /** True where the run may still be going on. */
    boolean alive(Connection connection, String run) throws SQLException;

    /** Removes what a run has made under this name, with its copies; nothing where there is none. */
    void remove(Connection connection, String made) throws SQLException;

    /** Those of a product; of one that is not known, those that the user says. */
    static Manners of(ExternalTarget target, ServerUrl url) {
        if (url.mysqlFamily()) {
            return new MysqlManners(url.database());
        }
        return url.product().equals("h2") ? new H2Manners() : new AskedManners(url.product(), target.questions());
    }
}
