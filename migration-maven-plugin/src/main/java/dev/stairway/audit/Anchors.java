package dev.stairway.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * What somebody has kept elsewhere: every one must still be in the trail.
 *
 * @param documents metrics documents of earlier runs
 * @param hashes of records
 */
public record Anchors(List<Document> documents, List<String> hashes) {

    /**
     * The metrics document of a run, which proves both the record of that run and the one before.
     *
     * @param name of its file
     * @param before where the trail ended when the run began
     * @param digest SHA-256 of the document
     */
    public record Document(String name, Seal before, String digest) {}

    /** What the trail does not hold of them, one line each. */
    public List<String> missing(ChainCheck.Result trail) {
        List<String> missing = new ArrayList<>();
        for (Document document : documents) {
            Seal before = document.before();
            Long found = trail.hashes().get(before.hash());
            if (before.sequence() > 0 && (found == null || found != before.sequence())) {
                missing.add(before + " is not in it: the trail was cut off before it, or written anew");
            }
            if (!trail.documents().contains(document.digest())) {
                missing.add("no record is of the run of " + document.name() + " (SHA-256 " + document.digest()
                        + "): the trail was cut off before it or written anew, the document was changed since, or that"
                        + " run could not be recorded");
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
        return hashes.isEmpty() && documents.isEmpty();
    }
}
