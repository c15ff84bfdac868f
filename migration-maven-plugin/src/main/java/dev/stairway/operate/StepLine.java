package dev.stairway.operate;

/**
 * One migration, as it was applied or taken back.
 *
 * @param direction {@code up} or {@code down}
 * @param result {@code EXECUTED}, {@code SKIPPED}, {@code IRREVERSIBLE} or {@code FAILED}
 * @param reason empty where it ran
 * @param attempts 1 where it ran at once
 */
public record StepLine(String migration, String direction, String result, String reason, long millis, int attempts) {

    boolean done() {
        return result.equals("EXECUTED") || result.equals("SKIPPED");
    }
}
