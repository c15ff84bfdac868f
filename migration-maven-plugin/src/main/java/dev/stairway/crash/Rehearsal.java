package dev.stairway.crash;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes down the statements of a step that nobody disturbs. */
public final class Rehearsal implements StepWatch {

    private final List<String> texts = new ArrayList<>();
    private final List<Long> nanos = new ArrayList<>();
    private final Set<Integer> looks = new HashSet<>();

    @Override
    public void before(int number, String text) {
        texts.add(text);
        nanos.add(0L);
    }

    @Override
    public void answered(int number, long took) {
        nanos.set(number - 1, took);
    }

    @Override
    public void looked(int number) {
        looks.add(number);
    }

    /** True for a question of the engine's own, before which all is as behind it. */
    boolean looks(int number) {
        return looks.contains(number);
    }

    /** The last commit included. */
    public int size() {
        return texts.size();
    }

    /** One line; empty where there was none with this number. */
    public String text(int number) {
        return number > texts.size() ? "" : shortened(texts.get(number - 1));
    }

    /** 0 for what is not measured. */
    long nanos(int number) {
        return nanos.get(number - 1);
    }

    /** One line, not too long. */
    static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LINE ? line : line.substring(0, LINE - 1) + "\u2026";
    }

    private static final int LINE = 120;
}
