package dev.stairway.report.document;

import java.util.List;

/**
 * What became of kills and faults in the middle of migrations. The fields are explained by the published JSON Schema. Strings and lists are
 * never null here.
 */
public record Crashes(List<Drill> drills) {

    public Crashes {
        drills = Defaults.list(drills);
    }

    /**
     * Kills of one database, and faults there.
     *
     * @param twoRunners null where that was not tried
     * @param faults null where none was to be tried
     */
    public record Drill(
            String changelog,
            String database,
            String scenario,
            long seed,
            long durationMillis,
            String notDrilled,
            List<String> notes,
            List<Kill> kills,
            TwoRunners twoRunners,
            Faults faults) {

        public Drill {
            changelog = Defaults.text(changelog);
            database = Defaults.text(database);
            scenario = Defaults.text(scenario);
            notDrilled = Defaults.text(notDrilled);
            notes = Defaults.list(notes);
            kills = Defaults.list(kills);
        }
    }

    /**
     * One kill, and the next run over what it left.
     *
     * @param insideMicros null for the moment before the statement is sent
     * @param readyMillis null for a killed runner
     */
    public record Kill(
            String migration,
            String victim,
            int statement,
            int statements,
            Long insideMicros,
            String text,
            String state,
            String outcome,
            List<String> inEffect,
            List<String> evidence,
            String released,
            Double readyMillis) {

        public Kill {
            migration = Defaults.text(migration);
            victim = Defaults.text(victim);
            text = Defaults.text(text);
            state = Defaults.text(state);
            outcome = Defaults.text(outcome);
            inEffect = Defaults.list(inEffect);
            evidence = Defaults.list(evidence);
            released = Defaults.text(released);
        }

        /** True when nobody had to do anything by hand. */
        public boolean fine() {
            return isFine(outcome);
        }
    }

    /** Faults of one database. */
    public record Faults(long durationMillis, String notTried, List<String> notes, List<FaultTrial> trials) {

        public Faults {
            notTried = Defaults.text(notTried);
            notes = Defaults.list(notes);
            trials = Defaults.list(trials);
        }
    }

    /** One fault that one migration met, and the next run over what it left. */
    public record FaultTrial(
            String migration,
            String fault,
            int statement,
            int statements,
            String text,
            String told,
            double durationMillis,
            boolean ended,
            List<String> blockers,
            String state,
            String outcome,
            List<String> inEffect,
            List<String> evidence) {

        public FaultTrial {
            migration = Defaults.text(migration);
            fault = Defaults.text(fault);
            text = Defaults.text(text);
            told = Defaults.text(told);
            blockers = Defaults.list(blockers);
            state = Defaults.text(state);
            outcome = Defaults.text(outcome);
            inEffect = Defaults.list(inEffect);
            evidence = Defaults.list(evidence);
        }

        /** True when it came to its end, and nobody had to do anything by hand. */
        public boolean fine() {
            return ended && isFine(outcome);
        }
    }

    private static boolean isFine(String outcome) {
        return outcome.equals("BEFORE") || outcome.equals("AFTER") || outcome.equals("RESUMABLE");
    }

    /** Two runners that began at the same time. */
    public record TwoRunners(boolean fine, List<String> ends, List<String> appliedTwice, List<String> evidence) {

        public TwoRunners {
            ends = Defaults.list(ends);
            appliedTwice = Defaults.list(appliedTwice);
            evidence = Defaults.list(evidence);
        }
    }
}
