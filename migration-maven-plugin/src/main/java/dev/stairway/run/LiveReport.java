package dev.stairway.run;

/**
 * What clients of the old and of the new format met while a migration was played under them.
 *
 * @param up the way up
 * @param down the way back
 */
public record LiveReport(Way up, Way down) {

    /**
     * One way. Keys are those of the clients; the others are what the walk itself looks at. A key is one of kept, migrated,
     * expired, lost, duplicated or left behind.
     *
     * @param notPlayed why it was not played; empty when it was, else every number is 0
     * @param clients connections that worked at the same time, half of them of each format
     * @param keys that the clients worked on
     * @param acknowledged writes that the server confirmed: created, changed, given another life time, ended
     * @param refused writes that the server refused because the key was not, or no longer, there under that name; the
     *     client knows
     * @param kept keys that had the name that they were to have from the start, and have the last confirmed value
     * @param migrated keys that moved and have the last confirmed value
     * @param expired keys that a client ended, and that are gone
     * @param leftBefore keys that still had their former name when the clients of that format had stopped; the migration
     *     was then handed over once more
     * @param superseded keys that have a newer value under the name that they were to have, written by a client that did not
     *     look for the other one, and an older one under their former name
     * @param lost keys whose last confirmed value, life time or end is lost
     * @param duplicated keys that are there under both names
     * @param leftBehind keys that are there under their former name alone
     * @param wrongReads reads that met another type or format than their client's, or nothing under either name
     * @param longestCommand the client command that took longest, without values; empty where none ran
     * @param longestMillis how long it took
     * @param idleLongestMillis longest command of the same clients just before, without the migration
     */
    public record Way(
            String notPlayed,
            int clients,
            long keys,
            long acknowledged,
            long refused,
            long kept,
            long migrated,
            long expired,
            long leftBefore,
            long superseded,
            long lost,
            long duplicated,
            long leftBehind,
            long wrongReads,
            String longestCommand,
            double longestMillis,
            double idleLongestMillis) {

        /** Says why it was not played. */
        static Way notPlayed(String reason) {
            return new Way(reason, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, "", 0, 0);
        }

        public boolean played() {
            return notPlayed.isEmpty();
        }
    }
}
