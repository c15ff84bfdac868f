package dev.stairway.report.document;

import java.util.List;

/**
 * What databases do not have alike. The fields are explained by the published JSON Schema. Strings and lists are never null
 * here.
 */
public record CrossDb(List<Group> groups) {
    public CrossDb {
        groups = Defaults.list(groups);
    }

    /** One changelog on several databases, in one scenario. */
    public record Group(
            String changelog,
            String scenario,
            List<Lane> lanes,
            List<String> notCompared,
            int migrations,
            int compared,
            int tables,
            int passing,
            int probes,
            long durationMillis,
            List<Difference> differences) {
        public Group {
            changelog = Defaults.text(changelog);
            scenario = Defaults.text(scenario);
            lanes = Defaults.list(lanes);
            notCompared = Defaults.list(notCompared);
            differences = Defaults.list(differences);
        }
    }

    /**
     * How far one database came.
     *
     * @param failedAt null when it came to the end
     */
    public record Lane(String database, int applied, int leftOut, String failedAt, String reason) {
        public Lane {
            database = Defaults.text(database);
            reason = Defaults.text(reason);
        }
    }

    /**
     * Something in which databases differ.
     *
     * @param since null where no migration made it
     */
    public record Difference(
            String kind,
            String subject,
            String aspect,
            String what,
            String since,
            String status,
            String reasonId,
            String reason,
            List<Side> sides) {
        public Difference {
            kind = Defaults.text(kind);
            subject = Defaults.text(subject);
            aspect = Defaults.text(aspect);
            what = Defaults.text(what);
            status = Defaults.text(status);
            reasonId = Defaults.text(reasonId);
            reason = Defaults.text(reason);
            sides = Defaults.list(sides);
        }

        public boolean open() {
            return status.equals("OPEN");
        }
    }

    /** Databases that agree. */
    public record Side(List<String> databases, String words, String says) {
        public Side {
            databases = Defaults.list(databases);
            words = Defaults.text(words);
            says = Defaults.text(says);
        }
    }
}
