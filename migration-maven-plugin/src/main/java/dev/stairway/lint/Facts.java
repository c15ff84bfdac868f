package dev.stairway.lint;

import dev.stairway.finding.Severity;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a rule is about, as data: pages, reports and exports are made of it.
 *
 * @param id kebab-case name: key of settings and waivers, name of page and examples
 * @param code short code of the catalogue: G, P, L, R, C or Q and two digits
 * @param severity default severity
 * @param on false for house policies that only a project itself can want
 * @param products lower-case names of those it is about; empty for all
 * @param title one short clause: what it catches
 * @param condition when it trips, and when it keeps quiet
 * @param effect what happens in production
 * @param instead what to write or do instead
 * @param sources pages of manuals that it relies on
 * @param proofs what a run can see that proves it right; empty where no run can see anything
 */
public record Facts(
        String id,
        String code,
        Severity severity,
        boolean on,
        Set<String> products,
        String title,
        String condition,
        String effect,
        String instead,
        List<String> sources,
        Set<Proof> proofs) {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)+");
    private static final Pattern CODE = Pattern.compile("[GPLRCQ][0-9]{2}");

    public Facts {
        if (!ID.matcher(id).matches() || !CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("not the name of a rule: " + code + " " + id);
        }
        products = Set.copyOf(products);
        sources = List.copyOf(sources);
        proofs = Set.copyOf(proofs);
    }

    /** A rule that is switched on, about every product, with everything else still to be said. */
    public static Facts of(String code, String id, Severity severity) {
        return new Facts(id, code, severity, true, Set.of(), "", "", "", "", List.of(), Set.of());
    }

    public Facts about(String... names) {
        return new Facts(id, code, severity, on, Set.of(names), title, condition, effect, instead, sources, proofs);
    }

    /** Only projects that ask for it get it. */
    public Facts onRequest() {
        return new Facts(id, code, severity, false, products, title, condition, effect, instead, sources, proofs);
    }

    public Facts catches(String text) {
        return new Facts(id, code, severity, on, products, text, condition, effect, instead, sources, proofs);
    }

    public Facts when(String text) {
        return new Facts(id, code, severity, on, products, title, text, effect, instead, sources, proofs);
    }

    public Facts effect(String text) {
        return new Facts(id, code, severity, on, products, title, condition, text, instead, sources, proofs);
    }

    public Facts instead(String text) {
        return new Facts(id, code, severity, on, products, title, condition, effect, text, sources, proofs);
    }

    public Facts see(String... pages) {
        return new Facts(id, code, severity, on, products, title, condition, effect, instead, List.of(pages), proofs);
    }

    public Facts provenBy(Proof... seen) {
        return new Facts(id, code, severity, on, products, title, condition, effect, instead, sources, Set.of(seen));
    }

    /** Its code says enough: what everything it says hashes to would be computed for every remark. */
    @Override
    public int hashCode() {
        return code.hashCode();
    }
}
