package dev.stairway.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of cases. A case begins with {@code == its name}; what stands before the first one holds for every case that does
 * not say otherwise. A case is made of words, each followed by the rest of its line and by indented lines.
 *
 * @param group name of the file without its ending
 * @param common what holds for every case
 * @param cases text of each, its name in the first line
 */
record CaseFile(String group, String common, List<String> cases) {

    /** Takes one word of a case. */
    @FunctionalInterface
    interface Section {
        /** @param below lines as they are, with their indentation */
        void read(String word, String rest, List<String> below);
    }

    /** All files of a folder, by name. */
    static List<CaseFile> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(CaseFile::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CaseFile read(Path file) {
        try {
            List<String> parts = List.of(Files.readString(file).split("(?m)^== ", -1));
            String group = file.getFileName().toString().replace(".txt", "");
            return new CaseFile(group, parts.get(0), parts.subList(1, parts.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String name(String text) {
        return text.lines().findFirst().orElseThrow();
    }

    /**
     * Reads what holds for every case, then this one.
     *
     * @throws IllegalArgumentException that names the case, where the section throws one
     */
    void read(String text, Section section) {
        String name = name(text);
        try {
            sections(common, section);
            sections(text.substring(name.length()), section);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(group + ": " + name + ": " + wrong.getMessage(), wrong);
        }
    }

    private static void sections(String text, Section section) {
        List<String> lines = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        for (int i = 0; i < lines.size(); ) {
            int end = i + 1;
            while (end < lines.size() && lines.get(end).startsWith("  ")) {
                end++;
            }
            String head = lines.get(i).strip();
            String word = head.split(" ")[0];
            section.read(word, head.substring(word.length()).strip(), lines.subList(i + 1, end));
            i = end;
        }
    }
}
