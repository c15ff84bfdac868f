package dev.stairway.lint.rules.redis;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.RedisView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.Targets;
import dev.stairway.lint.Targets.Version;
import dev.stairway.script.redis.call.RedisCall;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A command that the oldest server does not know. */
public final class RedisVersionGate implements LintRule {

    private static final Facts FACTS = Facts.of("R21", "redis-version-gate", Severity.ERROR)
            .about("redis", "redis-cluster")
            .catches("a command or option that is newer than the oldest server")
            .when(
                    "A command, one of its options, or a library of functions came with a release that is newer than the oldest"
                            + " one among the databases, on the way up or back.")
            .effect("That server answers 'unknown command' or 'syntax error', and the migration stops in the middle.")
            .instead("What the oldest server knows, or no longer walk and run on it")
            .see("https://redis.io/docs/latest/commands/")
            .provenBy(Proof.FAILS, Proof.DATABASES_DIFFER);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void redis(RedisView script, Remarks remarks) {
        Targets targets = script.targets();
        for (Way way : Way.both(script)) {
            Set<String> told = new HashSet<>();
            if (way.source().sql().stripLeading().startsWith("#!lua") && targets.anyBefore(7, 0)) {
                say(way, 0, "#!lua", new Version(7, 0), targets, remarks);
            }
            for (RedisCall call : way.calls()) {
                newest(call, targets)
                        .filter(found -> told.add(found.name()))
                        .ifPresent(found -> say(way, call.offset(), found.name(), found.since(), targets, remarks));
            }
        }
    }

    private static Optional<Since.Word> newest(RedisCall call, Targets targets) {
        return Since.of(call).filter(found -> found.since().compareTo(targets.oldest()) > 0);
    }

    private static void say(Way way, int offset, String name, Version since, Targets targets, Remarks remarks) {
        String what = name + " came with Redis " + shown(since) + ", and this has to run on " + shown(targets.oldest());
        remarks.at(way.view().migration(), way.source(), offset, name, what, FACTS.instead());
    }

    private static String shown(Version version) {
        return version.major() + "." + version.minor();
    }
}
