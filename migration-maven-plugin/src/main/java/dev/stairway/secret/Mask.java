package dev.stairway.secret;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * Puts {@code ***} where a text tells a secret, however it is written: escaped for URLs, JSON, XML, SQL, shells or
 * properties, in Base64 or hexadecimal, in the wrong charset, backwards, cut off or spread over lines. Immutable.
 */
public final class Mask {

    public static final String STARS = "***";

    /** Hides nothing. */
    public static final Mask NONE = of(List.of());

    /** Longer secrets, which are keys of many lines, are not looked for in every piece of half their length. */
    private static final int LONGEST_IN_PIECES = 128;

    private final List<Trie> tries;
    private final Assignments assignments;

    private Mask(List<Trie> tries, Assignments assignments) {
        this.tries = tries;
        this.assignments = assignments;
    }

    /** Hides these. */
    public static Mask of(Collection<String> secrets) {
        return of(secrets, List.of());
    }

    /** @param wholes strong ones that are not looked for in pieces */
    static Mask of(Collection<String> secrets, Collection<String> wholes) {
        Trie strong = new Trie(true, false);
        wholes.forEach(whole -> new Forms(whole).all().forEach(strong::add));
        Trie shortOnes = new Trie(false, false);
        Trie words = new Trie(false, true);
        List<String> weak = new ArrayList<>();
        for (String secret : secrets) {
            switch (Strength.of(secret)) {
                case STRONG -> addStrong(strong, secret);
                case SHORT -> new Forms(secret).all().forEach(shortOnes::add);
                case WORD -> new Forms(secret).plain().forEach(words::add);
                case WEAK -> weak.add(secret);
            }
        }
        return new Mask(
                List.of(strong, shortOnes, words).stream()
                        .filter(trie -> !trie.isEmpty())
                        .toList(),
                new Assignments(weak));
    }

    private static void addStrong(Trie trie, String secret) {
        new Forms(secret).all().forEach(trie::add);
        // Each line of a key is as good as a secret of its own.
        secret.lines().filter(line -> line.length() >= Strength.LONG).forEach(line -> {
            new Forms(line).all().forEach(trie::add);
            pieces(trie, line);
        });
    }

    /** Whoever shortens a text, as servers do with the lines that they quote, leaves a piece of the secret in it. */
    private static void pieces(Trie trie, String secret) {
        int enough = Math.max(Strength.LONG, (secret.length() + 1) / 2);
        int last = secret.length() > LONGEST_IN_PIECES ? 0 : secret.length() - enough;
        for (int start = 0; start <= last; start++) {
            trie.add(secret.substring(start), enough);
        }
    }

    /** The same text without secrets; null for null. */
    public String of(String text) {
        if (text == null || text.isEmpty() || isIdle()) {
            return text;
        }
        return assignments.masked(masked(text));
    }

    /** True when it changes nothing, because no secret is known. */
    public boolean isIdle() {
        return tries.isEmpty() && assignments.isEmpty();
    }

    /** True when a text tells a secret. */
    public boolean finds(String text) {
        return text != null && !text.equals(of(text));
    }

    private String masked(String text) {
        List<Trie.Search> searches = searches(text);
        StringBuilder out = null;
        int copied = 0;
        for (int i = 0; i < text.length(); i++) {
            int end = end(searches, i);
            if (end > i) {
                out = out == null ? new StringBuilder(text.length()) : out;
                out.append(text, copied, i).append(STARS);
                copied = end;
                i = end - 1;
            }
        }
        return out == null ? text : out.append(text, copied, text.length()).toString();
    }

    private static int end(List<Trie.Search> searches, int i) {
        int end = -1;
        for (Trie.Search search : searches) {
            end = Math.max(end, search.end(i));
        }
        return end;
    }

    /** Where a secret may begin that goes on after the end of the text; its length when none does. */
    int openFrom(String text) {
        List<Trie.Search> searches = searches(text);
        for (int i = 0; i < text.length(); i++) {
            int end = end(searches, i);
            if (anyOpen(searches)) {
                return i;
            }
            i = Math.max(i, end - 1);
        }
        return text.length();
    }

    private static boolean anyOpen(List<Trie.Search> searches) {
        for (Trie.Search search : searches) {
            if (search.isOpen()) {
                return true;
            }
        }
        return false;
    }

    private List<Trie.Search> searches(String text) {
        List<Trie.Search> searches = new ArrayList<>();
        tries.forEach(trie -> searches.add(trie.new Search(text)));
        return searches;
    }

    /** A failure that tells no secret, with the same stack traces; the very same one when it told none. */
    public Throwable of(Throwable failure) {
        return MaskedFailure.of(failure, this);
    }

    /** Takes lines one by one and passes them on without secrets, also such as are spread over several of them. */
    public MaskedLines lines(Consumer<String> out) {
        return new MaskedLines(new MaskedFlow(this, new LineCutter(out)::accept));
    }

    @Override
    public String toString() {
        return "Mask";
    }
}
