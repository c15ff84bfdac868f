package dev.stairway.engine.mybatis;

import dev.stairway.problem.ProblemException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import javax.script.ScriptEngineManager;
import org.apache.ibatis.migration.Environment;
import org.apache.ibatis.migration.MigrationException;
import org.apache.ibatis.migration.hook.FileHookScriptFactory;
import org.apache.ibatis.migration.hook.FileMigrationHook;
import org.apache.ibatis.migration.hook.HookScriptFactory;
import org.apache.ibatis.migration.hook.MigrationHook;

/** The hooks of an environment: https://mybatis.org/migrations/migrations/hooks.html */
final class Hooks {

    private Hooks() {}

    /** Around the way there, or around the way back. @param loader where engines of other languages than SQL are found */
    static MigrationHook of(Project project, boolean back, ClassLoader loader) {
        Environment environment = project.environment();
        return back
                ? hook(
                        project,
                        loader,
                        environment.getHookBeforeDown(),
                        environment.getHookBeforeEachDown(),
                        environment.getHookAfterEachDown(),
                        environment.getHookAfterDown())
                : hook(
                        project,
                        loader,
                        environment.getHookBeforeUp(),
                        environment.getHookBeforeEachUp(),
                        environment.getHookAfterEachUp(),
                        environment.getHookAfterUp());
    }

    private static MigrationHook hook(
            Project project, ClassLoader loader, String before, String beforeEach, String afterEach, String after) {
        for (String setting : new String[] {before, beforeEach, afterEach, after}) {
            refuseUnknownLanguage(project, setting, loader);
        }
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        HookScriptFactory factory = new FileHookScriptFactory(project.paths(), project.environment(), silent);
        try {
            return new FileMigrationHook(
                    factory.create(before),
                    factory.create(beforeEach),
                    factory.create(afterEach),
                    factory.create(after));
        } catch (MigrationException broken) {
            throw ProblemException.setup(
                    "A hook cannot be used",
                    project.hooks().location(),
                    String.valueOf(broken.getMessage()),
                    "Correct it in the properties of environment '"
                            + project.settings().environment() + "'.",
                    broken);
        }
    }

    /** MyBatis would stop with a null pointer. */
    private static void refuseUnknownLanguage(Project project, String setting, ClassLoader loader) {
        if (setting == null || !setting.contains(":")) {
            return;
        }
        String language = setting.substring(0, setting.indexOf(':'));
        ScriptEngineManager manager = new ScriptEngineManager(loader);
        if (!language.equalsIgnoreCase("sql") && manager.getEngineByName(language) == null) {
            List<String> known = manager.getEngineFactories().stream()
                    .flatMap(factory -> factory.getNames().stream())
                    .filter(Objects::nonNull)
                    .sorted()
                    .toList();
            throw ProblemException.setup(
                    "A hook is written in " + language + ", for which no script engine is there",
                    setting,
                    known.isEmpty() ? "the test class path has none" : "the test class path has " + known,
                    "Add one to the dependencies with scope test, for JavaScript org.openjdk.nashorn:nashorn-core.",
                    null);
        }
    }
}
