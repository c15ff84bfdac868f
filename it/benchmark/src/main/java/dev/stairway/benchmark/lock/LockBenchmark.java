package dev.stairway.benchmark.lock;

import dev.stairway.benchmark.downtime.TwelveStatements;

/** Plays twelve statements on a big table under the lock trace, and measures what the trace costs. */
public final class LockBenchmark {

    private LockBenchmark() {}

    /** Takes its settings from system properties that the pom sets. */
    public static void main(String[] arguments) throws Exception {
        LockSettings settings = LockSettings.fromSystemProperties();
        boolean met;
        try (LockStage stage = LockStage.open(settings)) {
            met = classes(stage, settings);
        }
        // What a restore costs is no part of it.
        LockSettings small = new LockSettings(settings.binaries(), 1_000, settings.rounds(), settings.only(), false);
        try (LockStage stage = LockStage.open(small)) {
            met &= new CostTrial(stage, settings.rounds()).play();
        }
        if (!met && settings.failOnMiss()) {
            System.exit(1);
        }
    }

    private static boolean classes(LockStage stage, LockSettings settings) throws Exception {
        ClassTrial trial = new ClassTrial(stage);
        System.out.print(ClassTrial.head());
        int right = 0;
        int played = 0;
        for (TwelveStatements.Way way : TwelveStatements.all(settings.rows())) {
            if (settings.only().matcher(way.name()).find()) {
                played++;
                right += trial.play(way) ? 1 : 0;
            }
        }
        System.out.println(right + " of " + played + " classified right on " + settings.rows() + " rows");
        return right == played;
    }
}
