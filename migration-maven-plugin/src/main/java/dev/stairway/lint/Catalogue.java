package dev.stairway.lint;

import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** All rules, in the order of their codes. A rule belongs to it by being in the package of the rules. */
public final class Catalogue {

    private static final String RULES = "dev/stairway/lint/rules/";
    private static final String CLASS = ".class";

    private Catalogue() {}

    /** A new instance of each. */
    public static List<LintRule> rules() {
        try (Stream<String> classes = classes(home())) {
            return classes.map(Catalogue::type)
                    .filter(LintRule.class::isAssignableFrom)
                    .map(Catalogue::instance)
                    .sorted(Comparator.comparing(
                                    (LintRule rule) -> group(rule.facts().code()))
                            .thenComparing(rule -> rule.facts().code()))
                    .toList();
        } catch (IOException e) {
            throw ProblemException.setup(
                    "The rules cannot be read from the plugin's own file",
                    home().toString(),
                    e.toString(),
                    "Delete the plugin from the local repository, so that Maven fetches it again",
                    e);
        }
    }

    /** Their names, in the same order. */
    public static List<String> ids() {
        return rules().stream().map(rule -> rule.facts().id()).toList();
    }

    private static int group(String code) {
        return "GPLRCQ".indexOf(code.charAt(0));
    }

    /** Directory or jar that this class was loaded from. */
    private static Path home() {
        try {
            URI home = Catalogue.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            return Path.of(home);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class loader told a place that is none", e);
        }
    }

    private static Stream<String> classes(Path home) throws IOException {
        if (Files.isDirectory(home)) {
            Path rules = home.resolve(RULES);
            return Files.walk(rules)
                    .map(file -> RULES + rules.relativize(file).toString().replace('\\', '/'))
                    .filter(Catalogue::topLevel);
        }
        try (JarFile jar = new JarFile(home.toFile())) {
            return jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.startsWith(RULES) && topLevel(name))
                    .toList()
                    .stream();
        }
    }

    private static boolean topLevel(String file) {
        return file.endsWith(CLASS) && !file.contains("$") && !file.endsWith("package-info" + CLASS);
    }

    private static Class<?> type(String file) {
        String name = file.substring(0, file.length() - CLASS.length()).replace('/', '.');
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name + " is in the plugin's file and cannot be loaded from it", e);
        }
    }

    private static LintRule instance(Class<?> type) {
        try {
            return (LintRule) type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " needs a public constructor without arguments", e);
        }
    }
}
