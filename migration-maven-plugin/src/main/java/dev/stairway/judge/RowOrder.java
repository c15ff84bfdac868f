package dev.stairway.judge;

import dev.stairway.fingerprint.Digest;
import java.util.Comparator;

/** An order of digests, so that what is built from them comes out the same in every run. */
public enum RowOrder implements Comparator<Digest> {
    INSTANCE;

    @Override
    public int compare(Digest a, Digest b) {
        int high = Long.compareUnsigned(a.high(), b.high());
        return high != 0 ? high : Long.compareUnsigned(a.low(), b.low());
    }
}
