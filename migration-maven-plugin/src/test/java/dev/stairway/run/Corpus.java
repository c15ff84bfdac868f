package dev.stairway.run;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** All planted cases, and what the walk says of each; each is walked once for all tests of a JVM. */
final class Corpus {

    /** Stands for the one release of SQLite. */
    static final int SQLITE = 0;

    private static final List<SqlCase> POSTGRES_CASES = SqlCases.of("postgresql");
    private static final List<SqlCase> SQLITE_CASES = SqlCases.of("sqlite");
    private static final EquivalentCases EQUIVALENT = EquivalentCases.known();
    private static final SeenAttributes SEEN = new SeenAttributes();
    private static final CaseWalks WALKS = new CaseWalks(SEEN::open);

    private Corpus() {}

    /** A case and what was said of it. */
    record Judged(int release, SqlCase planted, CaseResult result) {

        @Override
        public String toString() {
            return server(release) + " " + planted + "\n" + result + "\n";
        }

        /** The same in every run: numbers that the case draws are none of ours. */
        String same() {
            return planted.byChance() ? withoutChance(toString()) : toString();
        }

        /** What chance draws is part of names, and so decides their order as well. */
        private static String withoutChance(String text) {
            return text.replaceAll("[0-9]+", "#")
                    .lines()
                    .map(line ->
                            Arrays.stream(line.split("[\\[\\],]+ ?")).sorted().collect(Collectors.joining(" | ")))
                    .collect(Collectors.joining("\n"));
        }
    }

    /** The newest release, or those that {@code -Dstairway.test.releases=14,15} names. */
    static IntStream releases() {
        return Arrays.stream(System.getProperty("stairway.test.releases", "18").split(","))
                .mapToInt(Integer::parseInt);
    }

    static String server(int release) {
        return release == SQLITE ? "SQLite" : "PostgreSQL " + release;
    }

    /** Those that the release can run, less those that are no defects. */
    static List<SqlCase> cases(int release) {
        return EQUIVALENT.without(release, told(release));
    }

    /** Those that the release can run, also what turned out to be no defect. */
    static List<SqlCase> told(int release) {
        return all(release).stream().filter(planted -> planted.runsOn(release)).toList();
    }

    static Judged judged(int release, SqlCase planted) {
        return judged(WALKS, release, planted);
    }

    /** All of them, on SQLite and on the releases that are asked for. */
    static List<Judged> judged() {
        return judged(WALKS);
    }

    /** The same, walked once more. */
    static String walkedAnew() {
        return text(judged(new CaseWalks()));
    }

    static String text(List<Judged> judged) {
        return judged.stream().map(Judged::same).collect(Collectors.joining("\n"));
    }

    /** Attributes of schema objects that were there in any state of any walk, as {@code kind: attribute}. */
    static TreeSet<String> attributes() {
        judged();
        return SEEN.attributes();
    }

    private static List<SqlCase> all(int release) {
        return release == SQLITE ? SQLITE_CASES : POSTGRES_CASES;
    }

    private static Judged judged(CaseWalks walks, int release, SqlCase planted) {
        return new Judged(release, planted, walks.of(planted, all(release), release));
    }

    private static List<Judged> judged(CaseWalks walks) {
        return IntStream.concat(releases(), IntStream.of(SQLITE))
                .boxed()
                .flatMap(release -> cases(release).stream().map(planted -> judged(walks, release, planted)))
                .toList();
    }
}
