package dev.stairway.report.document;

import java.util.List;

/**
 * What reading the migrations said. The fields are explained by the published JSON Schema. Strings and lists are never null
 * here.
 */
public record Safety(int rulesAsked, List<Entry> changelogs, List<Rule> rules, List<String> runsUnread) {
    public Safety {
        changelogs = Defaults.list(changelogs);
        rules = Defaults.list(rules);
        runsUnread = Defaults.list(runsUnread);
    }

    /** One changelog on one product. */
    public record Entry(
            String changelog,
            String product,
            List<String> versions,
            int released,
            int judged,
            int safe,
            int risky,
            int dangerous,
            int statements,
            List<NotCovered> notCovered) {
        public Entry {
            changelog = Defaults.text(changelog);
            product = Defaults.text(product);
            versions = Defaults.list(versions);
            notCovered = Defaults.list(notCovered);
        }
    }

    /** A statement that no rule could judge. */
    public record NotCovered(String migration, String file, int line, String statement, String reason) {
        public NotCovered {
            migration = Defaults.text(migration);
            file = Defaults.text(file);
            statement = Defaults.text(statement);
            reason = Defaults.text(reason);
        }
    }

    /** A rule with how often runs have borne it out here. */
    public record Rule(
            String id,
            String code,
            String severity,
            String title,
            String effect,
            String instead,
            List<String> sources,
            int findings,
            int confirmed,
            int refuted) {
        public Rule {
            id = Defaults.text(id);
            code = Defaults.text(code);
            severity = Defaults.text(severity);
            title = Defaults.text(title);
            effect = Defaults.text(effect);
            instead = Defaults.text(instead);
            sources = Defaults.list(sources);
        }
    }
}
