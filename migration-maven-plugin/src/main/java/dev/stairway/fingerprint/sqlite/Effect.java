package dev.stairway.fingerprint.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

/**
 * What a statement can write, by the program that SQLite compiled it to: no program writes a b-tree that it has not opened
 * for writing, cleared or destroyed by an instruction of its own, those of triggers and foreign keys included.
 *
 * @param roots root pages of tables and indexes in the main database
 * @param everything true where the program does what cannot be told from its instructions
 * @param lasting true when the same text has the same effect the next time
 * @see <a href="https://www.sqlite.org/opcode.html">The SQLite Bytecode Engine</a>
 */
record Effect(Set<Integer> roots, boolean everything, boolean lasting) {

    /** Root page of sqlite_schema. */
    static final int SCHEMA = 1;

    static final Effect NOTHING = new Effect(Set.of(), false, true);
    static final Effect EVERYTHING = new Effect(Set.of(), true, false);

    private static final int MAIN = 0;
    private static final int TEMP = 1;
    /** In p5: the page is in a register, so the statement itself has just made the table or index. */
    private static final int ROOT_IN_REGISTER = 0x10;

    Effect {
        roots = Set.copyOf(roots);
    }

    /**
     * Of one statement in the present schema.
     *
     * @throws SQLException when it cannot be compiled
     */
    static Effect of(Connection connection, String statement, boolean knownModules) throws SQLException {
        Set<Integer> roots = new HashSet<>();
        boolean everything = false;
        boolean lasting = true;
        try (Statement explain = connection.createStatement();
                ResultSet program = explain.executeQuery("EXPLAIN " + statement)) {
            while (program.next()) {
                switch (program.getString(2)) {
                    case "OpenWrite" -> {
                        if ((program.getInt(7) & ROOT_IN_REGISTER) == 0) {
                            everything |= !write(roots, program.getInt(4), program.getInt(5));
                        }
                    }
                    case "Clear" -> everything |= !write(roots, program.getInt(3), program.getInt(4));
                    case "Destroy" -> everything |= !write(roots, program.getInt(3), program.getInt(5));
                    case "CreateBtree", "SetCookie", "ParseSchema", "DropTable", "DropIndex", "DropTrigger" ->
                        lasting = false;
                    case "VUpdate", "VCreate", "VDestroy", "VRename" -> {
                        everything |= !knownModules;
                        lasting = false;
                    }
                    case "SqlExec", "Vacuum", "IncrVacuum", "JournalMode" -> everything = true;
                    default -> {
                        // Reads, computes or controls.
                    }
                }
            }
        }
        return new Effect(roots, everything, lasting && !everything && !roots.contains(SCHEMA));
    }

    /** @return false where the page is of a file that was attached, which may be the same one */
    private static boolean write(Set<Integer> roots, int page, int database) {
        if (database == MAIN) {
            roots.add(page);
        }
        return database == MAIN || database == TEMP;
    }
}
