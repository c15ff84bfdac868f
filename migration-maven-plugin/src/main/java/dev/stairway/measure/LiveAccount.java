package dev.stairway.measure;

import java.util.List;

/**
 * What became of everything that clients had confirmed.
 *
 * @param keys that they worked on
 * @param acknowledged writes that the server confirmed
 * @param refused writes that it refused
 * @param kept keys that had the right name from the start
 * @param migrated keys that were moved
 * @param expired keys that were ended by a client
 * @param superseded keys that have a newer value under the right name, and an older one under the other
 * @param faults one for each key with which something is wrong
 * @param misread one for each key of which a read met something wrong
 * @param misreadings how many reads did
 * @param longestCommand without values; empty where none ran
 * @param longestNanos how long it took
 * @param idleNanos the longest one while nothing else went on
 */
public record LiveAccount(
        long keys,
        long acknowledged,
        long refused,
        long kept,
        long migrated,
        long expired,
        long superseded,
        List<LiveFault> faults,
        List<LiveFault> misread,
        long misreadings,
        String longestCommand,
        long longestNanos,
        long idleNanos) {
    public LiveAccount {
        faults = List.copyOf(faults);
        misread = List.copyOf(misread);
    }
}
