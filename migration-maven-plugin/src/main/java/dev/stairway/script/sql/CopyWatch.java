package dev.stairway.script.sql;

/** Notices {@code COPY ... FROM stdin}: https://www.postgresql.org/docs/current/sql-copy.html */
final class CopyWatch {

    private boolean first = true;
    private boolean copy;
    private boolean afterFrom;
    private boolean fromClient;

    /** @param word in upper case */
    void word(String word) {
        copy |= first && word.equals("COPY");
        first = false;
        fromClient |= copy && afterFrom && word.equals("STDIN");
        afterFrom = word.equals("FROM");
    }

    void other() {
        first = false;
        afterFrom = false;
    }

    boolean fromClient() {
        return fromClient;
    }
}
