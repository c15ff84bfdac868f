package dev.stairway.fingerprint.postgres;

import java.util.HashMap;
import java.util.Map;

/**
 * Tells the passwords of a role apart by digests of their verifiers. The server salts a verifier anew whenever a password
 * is set, so one that was not seen before may be of an old password: it is taken for the one before the last change. What
 * is found is a password that stays as the migration set it, one that is lost and one that is left; not one that the
 * rollback sets to a third.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-authid.html">pg_authid</a>
 */
final class Passwords {

    private static final String DIGEST = "#password";
    private static final String SET = "set";
    private static final String ANOTHER = "set to another";

    /** Of each role, what its passwords are called, by digest. */
    private final Map<Long, Map<String, String>> known = new HashMap<>();

    private boolean madeAgain;

    /** Verifiers that the next reading meets first stand for the same passwords as those that it does not meet again. */
    void madeAgain() {
        madeAgain = true;
    }

    void learn(Map<Long, Facts> previous, Map<Long, Facts> present) {
        present.values().stream()
                .filter(role -> role.get(DIGEST) != null)
                .forEach(role -> learn(previous.get(role.oid()), role));
        madeAgain = false;
    }

    /** Null where there is none, or none can be read. */
    String label(Facts role) {
        return role.get(DIGEST) == null ? null : known.get(role.oid()).get(role.get(DIGEST));
    }

    private void learn(Facts previous, Facts role) {
        Map<String, String> labels = known.computeIfAbsent(role.oid(), oid -> new HashMap<>());
        String digest = role.get(DIGEST);
        if (!labels.containsKey(digest)) {
            String before = previous == null ? null : label(previous);
            // Without a salt another verifier is another password.
            labels.put(digest, digest.startsWith("md5") ? numbered(labels.size()) : salted(before));
        }
    }

    private static String numbered(int earlier) {
        return earlier == 0 ? SET : ANOTHER + ", number " + (earlier + 1);
    }

    private String salted(String before) {
        return before == null || before.equals(SET) == madeAgain ? SET : ANOTHER;
    }
}
