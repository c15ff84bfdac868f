package dev.stairway.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * Ends of a trail as somebody has kept them elsewhere: every one must still be in it.
 *
 * @param seals with number and hash
 * @param hashes alone
 */
public record Anchors(List<Seal> seals, List<String> hashes) {

    /** What the trail does not hold of them, one line each. */
    public List<String> missing(ChainCheck.Result trail) {
        List<String> missing = new ArrayList<>();
        for (Seal seal : seals) {
            Long found = trail.hashes().get(seal.hash());
            if (seal.sequence() > 0 && (found == null || found != seal.sequence())) {
                missing.add(seal + " is not in it: the trail was cut off before it, or written anew");
            }
        }
        for (String hash : hashes) {
            if (!trail.hashes().containsKey(hash)) {
                missing.add("no record has the hash " + hash + ": the trail was cut off before it, or written anew");
            }
        }
        return missing;
    }

    /** True when nothing was kept, so that a trail may have been cut off without anybody knowing. */
    public boolean isEmpty() {
        return hashes.isEmpty() && seals.stream().allMatch(seal -> seal.sequence() == 0);
    }
}
