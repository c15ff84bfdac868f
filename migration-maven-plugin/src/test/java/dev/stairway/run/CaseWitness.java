package dev.stairway.run;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What shows, without the fingerprint, that a case is what it says: by oracle, with its lines. */
final class CaseWitness {

    /** The server itself: something fails. */
    static final String SERVER = "the server";

    private final int release;
    private final SqlCase planted;
    private final Set<String> lookers = new TreeSet<>();
    private final Map<String, Set<String>> restored = new TreeMap<>();
    private final Map<String, Set<String>> elsewhere = new TreeMap<>();

    CaseWitness(int release, SqlCase planted) {
        this.release = release;
        this.planted = planted;
    }

    SqlCase planted() {
        return planted;
    }

    String server() {
        return Corpus.server(release);
    }

    /** True when nothing shows that this planted case is a defect: it is none. */
    boolean equivalent() {
        return !planted.correct() && restored.isEmpty() && elsewhere.isEmpty();
    }

    /** What an oracle sees of the state after the way back. */
    Set<String> lines(String oracle) {
        return restored.getOrDefault(oracle, Set.of());
    }

    /** Something fails. */
    void fails(String what, String error) {
        if (!error.isEmpty()) {
            add(elsewhere, SERVER, Set.of(what + ": " + error));
        }
    }

    /** The state after the way back is not the one before. */
    void differs(String oracle, Set<String> lines) {
        lookers.add(oracle);
        add(restored, oracle, lines);
    }

    /** Two other states differ that should not. */
    void differs(String oracle, String where, Set<String> lines) {
        Set<String> told = new TreeSet<>();
        lines.forEach(line -> told.add(where + ": " + line));
        add(elsewhere, oracle, told);
    }

    private static void add(Map<String, Set<String>> to, String oracle, Set<String> lines) {
        if (!lines.isEmpty()) {
            to.computeIfAbsent(oracle, any -> new TreeSet<>()).addAll(lines);
        }
    }

    /** Oracles that looked before and after the way back. */
    Set<String> lookers() {
        return lookers;
    }

    /** True when this oracle alone sees that the way back does not restore the state. */
    boolean restoredOtherwise(String oracle) {
        return restored.containsKey(oracle);
    }

    @Override
    public String toString() {
        return planted + "\n  restored: " + restored + "\n  elsewhere: " + elsewhere;
    }
}
