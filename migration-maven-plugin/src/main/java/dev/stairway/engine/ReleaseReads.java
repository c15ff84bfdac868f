package dev.stairway.engine;

import java.util.List;

/**
 * Commands that the releases before and after a migration read with.
 *
 * @param oldRelease of the release that does not know the migration
 * @param newRelease of the release that needs it
 */
public record ReleaseReads(List<Read> oldRelease, List<Read> newRelease) {

    public static final ReleaseReads NONE = new ReleaseReads(List.of(), List.of());

    public ReleaseReads {
        oldRelease = List.copyOf(oldRelease);
        newRelease = List.copyOf(newRelease);
    }

    /**
     * One thing that a release asks for.
     *
     * @param where file and line
     * @param alternatives commands, the name first; each is asked only when those before it found nothing
     */
    public record Read(String where, List<List<byte[]>> alternatives) {
        public Read {
            alternatives = List.copyOf(alternatives);
        }
    }
}
