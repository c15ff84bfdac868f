package dev.stairway.benchmark;

/**
 * A limit and what was measured.
 *
 * @param title what is compared, for people
 * @param value measured
 * @param limit highest allowed
 * @param unit {@code x}, {@code ms} or {@code s}
 * @param evidence the medians behind it
 * @param binding false for another way to look at a target that counts elsewhere
 */
record Target(String title, double value, double limit, String unit, String evidence, boolean binding) {

    boolean met() {
        return value <= limit;
    }

    String verdict() {
        return (met() ? "PASS" : "MISS") + (binding ? "" : " (for orientation)");
    }
}
