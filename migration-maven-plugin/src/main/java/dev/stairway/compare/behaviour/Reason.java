package dev.stairway.compare.behaviour;

import java.util.Locale;

/**
 * Why databases do not do the same. Most are traits of products that no migration takes away, and a note; what none of them
 * explains is a warning.
 */
enum Reason {
    SQLITE_IGNORES_LENGTHS(
            "SQLite ignores the length of varchar(n) and char(n); only a CHECK on length() limits a text there",
            "https://www.sqlite.org/datatype3.html#determination_of_column_affinity"),
    SQLITE_STORES_ANY_TYPE(
            "SQLite stores a value as what it is when the type of its column does not suit it; STRICT tables refuse it",
            "https://www.sqlite.org/quirks.html#flexible_typing"),
    SQLITE_INTEGERS_ARE_WIDE(
            "Every integer of SQLite has 64 bits, whatever its column is declared as; what is larger becomes a"
                    + " floating-point number",
            "https://www.sqlite.org/datatype3.html#storage_classes_and_datatypes"),
    SQLITE_DECIMALS_ARE_FLOATS(
            "SQLite ignores the precision and scale of numeric(p,s): decimals are floating-point numbers of about 15"
                    + " digits that are neither rounded nor refused",
            "https://www.sqlite.org/floatingpoint.html"),
    SQLITE_HAS_NO_DATES(
            "SQLite has no types for dates and times and stores whatever text or number it is given",
            "https://www.sqlite.org/quirks.html#no_separate_datetime_datatype"),
    SQLITE_HAS_NO_BOOLEANS(
            "SQLite has no boolean type: TRUE and FALSE are 1 and 0, and any other value is stored as it is",
            "https://www.sqlite.org/quirks.html#no_separate_boolean_datatype"),
    SQLITE_COUNTS_INTEGER_KEYS(
            "An INTEGER PRIMARY KEY of SQLite is the rowid: without a value, or with NULL, it gets the next number",
            "https://www.sqlite.org/autoinc.html"),
    SQLITE_KEYS_TAKE_NULL(
            "Columns of a primary key may hold NULL in SQLite unless they are declared NOT NULL",
            "https://www.sqlite.org/quirks.html#primary_keys_can_sometimes_contain_nulls"),
    SQLITE_CHECKS_REFERENCES_WHEN_ASKED(
            "SQLite looks after foreign keys only on connections that say PRAGMA foreign_keys = ON",
            "https://www.sqlite.org/foreignkeys.html#fk_enable"),
    SQLITE_HAS_ONE_WRITER(
            "SQLite has one writer at a time for the whole database: others wait as long as busy_timeout says, then fail",
            "https://www.sqlite.org/lockingv3.html"),
    SQLITE_LIKE_IGNORES_CASE(
            "LIKE does not tell a from A in SQLite (ASCII letters only); compare lower() of both sides everywhere",
            "https://www.sqlite.org/lang_expr.html#the_like_glob_regexp_match_and_extract_operators"),
    LIKE_FOLLOWS_COLLATION(
            "Whether LIKE tells a from A depends on the collation of the column; compare lower() of both sides everywhere",
            "https://www.postgresql.org/docs/current/functions-matching.html#FUNCTIONS-LIKE"),
    NULLS_COME_FIRST_OR_LAST(
            "The SQL standard leaves open whether NULL comes first or last; PostgreSQL puts it last, SQLite first; say"
                    + " NULLS FIRST or NULLS LAST",
            "https://www.postgresql.org/docs/current/queries-order.html"),
    COLLATIONS_DIFFER(
            "Texts are compared by the collation of the column or the database, which is not the same everywhere",
            "https://www.postgresql.org/docs/current/collation.html"),
    CHAR_IS_PADDED(
            "PostgreSQL fills char(n) up with blanks and gives them back; others store the text as it is",
            "https://www.postgresql.org/docs/current/datatype-character.html"),
    BLANKS_ARE_CUT(
            "Blanks beyond the length of a column are cut off silently by the SQL standard; SQLite keeps them",
            "https://www.postgresql.org/docs/current/datatype-character.html"),
    FRACTIONS_ARE_ROUNDED(
            "A fraction in an integer column is rounded by PostgreSQL and kept as a floating-point number by SQLite",
            "https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-INT"),
    SEQUENCES_DO_NOT_SEE_EXPLICIT_KEYS(
            "A sequence of PostgreSQL does not notice keys that were given explicitly and counts into them; SQLite goes on"
                    + " after the largest key",
            "https://www.postgresql.org/docs/current/sql-createsequence.html"),
    IDENTITY_ALWAYS(
            "GENERATED ALWAYS AS IDENTITY refuses an explicit key; not every product has such columns",
            "https://www.postgresql.org/docs/current/ddl-identity-columns.html"),
    CURRENT_TIMESTAMP_LOOKS_OTHERWISE(
            "CURRENT_TIMESTAMP is UTC in whole seconds in SQLite, and the time of the session's zone with microseconds in"
                    + " PostgreSQL",
            "https://www.sqlite.org/lang_createtable.html#the_default_clause"),
    DATES_HAVE_OTHER_LIMITS(
            "Products know other first and last days, other digits of a second, and treat infinity and time zones otherwise",
            "https://www.postgresql.org/docs/current/datatype-datetime.html"),
    MARIADB_FILLS_TIMESTAMPS(
            "The first timestamp column of a table of MariaDB takes the present moment when it is given NULL",
            "https://mariadb.com/kb/en/timestamp/"),
    NUMBERS_LOOK_OTHERWISE(
            "It is the same number: numeric(p,s) of PostgreSQL is written with all its digits after the point",
            "https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-NUMERIC-DECIMAL"),
    SAME_VALUE_LOOKS_OTHERWISE("It is the same value in another spelling", ""),
    OTHER_RULE_SPEAKS_FIRST(
            "All of them refuse it; which of the broken rules is named is laid down nowhere",
            "https://www.postgresql.org/docs/current/errcodes-appendix.html"),
    UNKNOWN("", "");

    private final String why;
    private final String link;

    Reason(String why, String link) {
        this.why = why;
        this.link = link;
    }

    /** Kebab-case name. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For people, with where to read more; empty where nobody knows. */
    String text() {
        return link.isEmpty() ? why : why + " (" + link + ")";
    }

    /** False where nobody knows, and where a migration can do something about it: COLLATE, NOT NULL. */
    boolean explains() {
        return known() && this != COLLATIONS_DIFFER && this != SQLITE_KEYS_TAKE_NULL;
    }

    boolean known() {
        return this != UNKNOWN;
    }
}
