package dev.stairway.benchmark;

/** What another process needs to reach a database. */
record Login(String url, String user, String password) {

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
