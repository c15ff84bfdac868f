package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.script.sql.tree.Name;

/** Phrases that rules share, so that they all say the same of the same thing. */
final class Phrases {

    static final String PRODUCT = "postgresql";

    /** What each engine calls a migration without a transaction. */
    static final String OUTSIDE =
            "in a migration of its own outside a transaction (Liquibase: runInTransaction=\"false\""
                    + " on the changeSet; Flyway: executeInTransaction=false; dbmate: transaction:false)";

    private static final String MANUAL = "https://www.postgresql.org/docs/current/";

    private Phrases() {}

    /** Facts of a rule about PostgreSQL. */
    static Facts facts(String code, String id, Severity severity) {
        return Facts.of(code, id, severity).about(PRODUCT);
    }

    /** A page of the manual. @param page its name, with what stands behind {@code #} */
    static String manual(String page) {
        int anchor = page.indexOf('#');
        return anchor < 0
                ? MANUAL + page + ".html"
                : MANUAL + page.substring(0, anchor) + ".html" + page.substring(anchor);
    }

    /**
     * A change of all rows that holds none of them for long. The condition stands in it twice: in a table with partitions a
     * place of a row is one in each of them, and a row may have been changed since it was looked for.
     *
     * @param where rows that are still to be changed; what is changed does not fulfil it any more
     */
    static String inBatches(Name table, String set, String where) {
        return "in batches, each in a transaction of its own, until no row is left: UPDATE " + table + " SET " + set
                + " WHERE ctid = ANY (ARRAY (SELECT ctid FROM " + table + " WHERE " + where + " LIMIT 1000))"
                + " AND " + where + ";";
    }
}
