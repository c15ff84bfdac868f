package dev.stairway.database.postgres;

import java.util.List;

/**
 * Copies what belongs to a database but is kept in catalogs of the whole server, which a copy by TEMPLATE leaves out:
 * https://www.postgresql.org/docs/current/manage-ag-templatedbs.html
 *
 * <p>Written to the catalogs directly, since rebuilding the commands would have to quote lists of settings right.
 */
final class DatabaseProperties {

    /** Statements with two text literals to fill in: the names of source and copy. */
    static final List<String> SQL = List.of("""
            UPDATE pg_database t SET datacl = s.datacl, datdba = s.datdba, datconnlimit = s.datconnlimit
              FROM pg_database s WHERE s.datname = %s AND t.datname = %s
               AND (t.datacl, t.datdba, t.datconnlimit) IS DISTINCT FROM (s.datacl, s.datdba, s.datconnlimit)
            """, """
            INSERT INTO pg_db_role_setting (setdatabase, setrole, setconfig)
            SELECT t.oid, o.setrole, o.setconfig
              FROM pg_database s JOIN pg_database t ON s.datname = %s AND t.datname = %s
              JOIN pg_db_role_setting o ON o.setdatabase = s.oid
            """, """
            INSERT INTO pg_shdescription (objoid, classoid, description)
            SELECT t.oid, o.classoid, o.description
              FROM pg_database s JOIN pg_database t ON s.datname = %s AND t.datname = %s
              JOIN pg_shdescription o ON o.objoid = s.oid AND o.classoid = 'pg_database'::regclass
            """, """
            INSERT INTO pg_shdepend (dbid, classid, objid, objsubid, refclassid, refobjid, deptype)
            SELECT o.dbid, o.classid, t.oid, o.objsubid, o.refclassid, o.refobjid, o.deptype
              FROM pg_database s JOIN pg_database t ON s.datname = %s AND t.datname = %s
              JOIN pg_shdepend o ON o.objid = s.oid AND o.classid = 'pg_database'::regclass AND o.dbid = 0
            """);

    private DatabaseProperties() {}
}
