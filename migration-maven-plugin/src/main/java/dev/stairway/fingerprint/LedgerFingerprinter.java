package dev.stairway.fingerprint;

import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** A fingerprinter whose present state is in a {@link Ledger}; a dialect says how the ledger is brought up to date. */
public abstract class LedgerFingerprinter implements Fingerprinter {

    private final Ledger ledger = new Ledger();

    protected final Ledger ledger() {
        return ledger;
    }

    @Override
    public final Digest schemaDigest() {
        return ledger.schemaDigest();
    }

    @Override
    public final Digest dataDigest() {
        return ledger.dataDigest();
    }

    @Override
    public final SortedMap<String, TableData> tables() {
        return ledger.tables();
    }

    @Override
    public final Optional<SchemaGroup> group(String key) {
        return ledger.group(key);
    }

    @Override
    public final Set<String> groupKeys() {
        return ledger.groupKeys();
    }
}
