package dev.stairway.lint.rules.redis;

import dev.stairway.engine.KeyMapping;
import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.RedisView;
import dev.stairway.lint.Remarks;
import dev.stairway.script.redis.RedisHeader.Declared;
import dev.stairway.script.redis.call.RedisCall;
import dev.stairway.script.redis.call.RedisCall.Argument;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Several keys that may become one, or values of which a part is gone. */
public final class LossyMap implements LintRule {

    private static final Facts FACTS = Facts.of("R15", "lossy-map", Severity.ERROR)
            .about(Way.PRODUCTS)
            .catches("keys or values that no way back can tell apart again")
            .when(
                    "A declared mapping leaves out a part of the name, or two of them lead to one name; a key is moved to a name"
                            + " that is the same for all, made by lower or upper case, by cutting or replacing, or of only some of the parts"
                            + " that the name had; a value is rounded, cut or changed in case in its own place, several values become"
                            + " one, or a text is taken apart where nobody knows where; fields are put together into one and removed; or"
                            + " a field is removed that nothing has read and the way back does not write again.")
            .effect(
                    "Where two keys get one name, one of them is gone or stays behind under its old one; what is cut off or rounded is"
                            + " gone. No way back can bring it again.")
            .instead(
                    "Keep every part that varies in the new name, and the old value beside the new one until nobody needs it")
            .see("https://redis.io/docs/latest/commands/renamenx/", "https://redis.io/docs/latest/commands/hdel/")
            .provenBy(Proof.LOSES_DATA, Proof.ROLLBACK_BROKEN);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void redis(RedisView script, Remarks remarks) {
        Way.both(script).forEach(way -> look(way, script, remarks));
    }

    private static void look(Way way, RedisView script, Remarks remarks) {
        boolean declared = !way.back() && mappings(way, remarks);
        Set<String> told = new HashSet<>();
        for (RedisCall call : way.calls()) {
            String what = Lossy.of(way, call, declared, script.down());
            if (!what.isEmpty() && told.add(what)) {
                Argument object = call.arguments().get(call.arguments().size() > 1 ? 1 : 0);
                way.remark(remarks, call, object, what, FACTS.instead());
            }
        }
    }

    /** @return true when a mapping is remarked on, so that the code that does it need not be */
    private static boolean mappings(Way way, Remarks remarks) {
        Map<String, String> targets = new HashMap<>();
        boolean found = false;
        for (Declared declared : way.header().mappings()) {
            String what = Lossy.parse(declared.text())
                    .flatMap(mapping -> what(mapping, targets))
                    .orElse("");
            if (!what.isEmpty()) {
                found = true;
                int offset = offset(way.source().sql(), declared.line());
                remarks.at(way.view().migration(), way.source(), offset, declared.text(), what, FACTS.instead());
            }
        }
        return found;
    }

    private static Optional<String> what(KeyMapping mapping, Map<String, String> targets) {
        String from = mapping.from().text();
        String to = mapping.to().text();
        if (!mapping.invertible()) {
            return Optional.of("Several keys of " + from + " become one " + to + ", which no way back can take apart");
        }
        String other = targets.putIfAbsent(to.replaceAll("(?<!\\{)\\{\\w+\\*?}", "{}"), from);
        return other == null || other.equals(from)
                ? Optional.empty()
                : Optional.of("Keys of " + from + " and of " + other + " become the same " + to);
    }

    private static int offset(String text, int line) {
        int at = 0;
        for (int i = 1; i < line && at >= 0; i++) {
            at = text.indexOf('\n', at) + 1;
        }
        return at;
    }
}
