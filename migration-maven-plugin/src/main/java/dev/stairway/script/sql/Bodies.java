package dev.stairway.script.sql;

/** Knows of one statement whether a semicolon ends it or belongs to a statement inside it. */
interface Bodies {

    /** No statement holds others. */
    Bodies NONE = new Bodies() {
        @Override
        public void word(String word) {}

        @Override
        public void other(char first) {}

        @Override
        public void semicolon() {}

        @Override
        public boolean open() {
            return false;
        }
    };

    /** For the next statement. */
    static Bodies of(SqlSyntax.BodyKind kind) {
        return switch (kind) {
            case NONE -> NONE;
            case POSTGRESQL -> new PostgresBodies();
            case SQLITE -> new SqliteBodies();
            case MYSQL -> new MysqlBodies();
        };
    }

    /** @param word in upper case */
    void word(String word);

    /** @param first character of what is neither word nor semicolon */
    void other(char first);

    /** One that did not end the statement. */
    void semicolon();

    /** True when a semicolon now would not end the statement. */
    boolean open();
}
