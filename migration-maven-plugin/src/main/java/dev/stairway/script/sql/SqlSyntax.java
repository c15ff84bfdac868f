package dev.stairway.script.sql;

/**
 * What a product's parser takes for a string, a name, a comment and the end of a statement.
 *
 * @param escapeStrings {@code E'it\'s'}
 * @param backslashes a backslash escapes in every string
 * @param dollarQuotes {@code $tag$ ... $tag$}
 * @param backticks quote names
 * @param brackets quote names
 * @param nestedComments a comment in a comment has its own end
 * @param hashComments {@code #} starts a comment, and {@code --} only before a blank
 * @param executableComments what stands in {@code /*! ... *}{@code /} runs
 * @param bodies which statements hold others
 * @param copiesFromClient the data of {@code COPY ... FROM stdin} would stand in the script
 * @param delimiterCommand a line {@code DELIMITER x} changes what ends a statement
 * @param delimiter what ends a statement
 * @param fullLine the delimiter counts only on a line of its own
 */
public record SqlSyntax(
        boolean escapeStrings,
        boolean backslashes,
        boolean dollarQuotes,
        boolean backticks,
        boolean brackets,
        boolean nestedComments,
        boolean hashComments,
        boolean executableComments,
        BodyKind bodies,
        boolean copiesFromClient,
        boolean delimiterCommand,
        String delimiter,
        boolean fullLine) {

    /** Which statements hold others. */
    public enum BodyKind {
        NONE,
        /** {@code BEGIN ATOMIC}, and the actions of a rule in parentheses. */
        POSTGRESQL,
        /** Triggers. */
        SQLITE,
        /** Routines, triggers and events. */
        MYSQL
    }

    /** https://www.postgresql.org/docs/current/sql-syntax-lexical.html */
    public static final SqlSyntax POSTGRESQL = new SqlSyntax(
            true, false, true, false, false, true, false, false, BodyKind.POSTGRESQL, true, false, ";", false);

    /** https://www.sqlite.org/lang_keywords.html and https://www.sqlite.org/c3ref/complete.html */
    public static final SqlSyntax SQLITE = new SqlSyntax(
            false, false, false, true, true, false, false, false, BodyKind.SQLITE, false, false, ";", false);

    /** https://dev.mysql.com/doc/refman/8.4/en/language-structure.html and the client's DELIMITER; MariaDB, too. */
    public static final SqlSyntax MYSQL =
            new SqlSyntax(false, true, false, true, false, false, true, true, BodyKind.MYSQL, false, true, ";", false);

    /** https://www.h2database.com/html/grammar.html */
    public static final SqlSyntax H2 = new SqlSyntax(
            false, false, true, false, false, true, false, false, BodyKind.NONE, false, false, ";", false);

    /** The standard's strings, names and comments. */
    public static final SqlSyntax GENERIC = new SqlSyntax(
            false, false, false, false, false, false, false, false, BodyKind.NONE, false, false, ";", false);

    public SqlSyntax {
        if (delimiter.isBlank()) {
            throw new IllegalArgumentException("a delimiter cannot be blank");
        }
    }

    /** The syntax of a product by its lower-case name: {@code postgresql}, {@code sqlite}, {@code mariadb}, {@code h2}. */
    public static SqlSyntax of(String product) {
        return switch (product) {
            case "postgresql" -> POSTGRESQL;
            case "sqlite" -> SQLITE;
            case "mysql", "mariadb" -> MYSQL;
            case "h2" -> H2;
            default -> GENERIC;
        };
    }

    /** True when a semicolon ends a statement, but not those inside of one. */
    boolean hasBodies() {
        return bodies != BodyKind.NONE && delimiter.equals(";") && !fullLine;
    }

    /** PostgreSQL's parser takes a lone carriage return for the end of a line, too. */
    boolean returnEndsLine() {
        return bodies == BodyKind.POSTGRESQL;
    }

    /**
     * The same with another end of a statement; unless that is a semicolon, no statement holds others then.
     *
     * @param onLineOfItsOwn true when it counts only there
     */
    public SqlSyntax delimitedBy(String other, boolean onLineOfItsOwn) {
        return new SqlSyntax(
                escapeStrings,
                backslashes,
                dollarQuotes,
                backticks,
                brackets,
                nestedComments,
                hashComments,
                executableComments,
                bodies,
                copiesFromClient,
                delimiterCommand,
                other,
                onLineOfItsOwn);
    }
}
