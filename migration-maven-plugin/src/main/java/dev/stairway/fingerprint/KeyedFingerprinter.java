package dev.stairway.fingerprint;

import java.util.Collection;

/** A fingerprinter of a database whose rows have names by which a declared mapping can follow them: keys. */
public interface KeyedFingerprinter extends Fingerprinter {

    /**
     * What the last reading found of the keys that are there now.
     *
     * @param globs names that are wanted, {@code *} for any characters; the engine's own keys are left out
     */
    KeySnapshot keys(Collection<String> globs);

    /** What the last reading found of one key, without asking the server; null when there is none. */
    KeySnapshot.Key key(String name);
}
