package dev.stairway.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Planted cases that are no defects, since no look that shares nothing with the fingerprint shows one: they count nowhere.
 * {@code CaseOraclesTest} measures them and writes their file; nobody else does.
 *
 * @param names server, class and sentence of each
 */
record EquivalentCases(TreeSet<String> names) {

    private static final String FILE = "equivalent-cases.txt";

    /** Those of the last run of all looks. */
    static EquivalentCases known() {
        try (InputStream file = EquivalentCases.class.getResourceAsStream(FILE)) {
            return new EquivalentCases(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toCollection(TreeSet::new)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String server, SqlCase planted) {
        return names.contains(name(server, planted));
    }

    List<SqlCase> without(int release, List<SqlCase> cases) {
        return cases.stream()
                .filter(planted -> !has(Corpus.server(release), planted))
                .toList();
    }

    /** What the looks say now; of servers that none looked at, what was known before. */
    EquivalentCases measured(List<CaseWitness> witnesses) {
        TreeSet<String> all = new TreeSet<>(names);
        witnesses.forEach(witness -> all.removeIf(name -> name.startsWith(witness.server() + ' ')));
        witnesses.stream()
                .filter(CaseWitness::equivalent)
                .forEach(witness -> all.add(name(witness.server(), witness.planted())));
        return new EquivalentCases(all);
    }

    /** Writes the file of the sources, which the next run reads. */
    void write() throws IOException {
        Path file = Path.of("src", "test", "resources", "dev", "stairway", "run", FILE);
        String head = Files.readAllLines(file).get(0);
        Files.writeString(file, head + names.stream().map(name -> "\n" + name).collect(Collectors.joining()) + "\n");
    }

    private static String name(String server, SqlCase planted) {
        return server + ' ' + planted;
    }
}
