package dev.stairway.report.document;

import java.util.List;

/** What became of backups. The fields are explained by the published JSON Schema. Strings and lists are never null here. */
public record Backups(List<Drill> drills) {

    public Backups {
        drills = Defaults.list(drills);
    }

    /**
     * Backups of one database.
     *
     * @param restoreLimitMillis null where there is no limit
     */
    public record Drill(
            String changelog,
            String database,
            String scenario,
            int rowsPerTable,
            long durationMillis,
            Long restoreLimitMillis,
            String notDrilled,
            List<String> notTried,
            List<Trial> trials) {

        public Drill {
            changelog = Defaults.text(changelog);
            database = Defaults.text(database);
            scenario = Defaults.text(scenario);
            notDrilled = Defaults.text(notDrilled);
            notTried = Defaults.list(notTried);
            trials = Defaults.list(trials);
        }
    }

    /**
     * One backup.
     *
     * @param restoreMillis null when the database could never be used again
     */
    public record Trial(
            String migration,
            String tool,
            int files,
            long bytes,
            double backupMillis,
            Double restoreMillis,
            boolean damageNoticed,
            String outcome,
            List<String> evidence) {

        public Trial {
            migration = Defaults.text(migration);
            tool = Defaults.text(tool);
            outcome = Defaults.text(outcome);
            evidence = Defaults.list(evidence);
        }

        /** True when it brought back what was there, and the migration could follow. */
        public boolean well() {
            return outcome.equals("RESTORED");
        }
    }
}
