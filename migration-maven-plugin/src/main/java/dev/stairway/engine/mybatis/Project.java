package dev.stairway.engine.mybatis;

import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.script.ScriptDirectory;
import dev.stairway.problem.ProblemException;
import java.io.File;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.List;
import org.apache.ibatis.migration.Change;
import org.apache.ibatis.migration.Environment;
import org.apache.ibatis.migration.FileMigrationLoader;
import org.apache.ibatis.migration.options.DatabaseOperationOption;
import org.apache.ibatis.migration.options.SelectedPaths;

/**
 * A directory of MyBatis Migrations with the environment that the user chose. Of the environment everything counts but
 * driver, URL, user and password: https://mybatis.org/migrations/migrations/environments.html
 */
final class Project {

    private static final String HOLDS = "the folders scripts and environments of MyBatis Migrations";

    private final ScriptDirectory base;
    private final Settings settings;
    private final Environment environment;
    private final SelectedPaths paths = new SelectedPaths();

    private Project(ScriptDirectory base, Settings settings, ChangelogSource source) {
        this.base = base;
        this.settings = settings;
        File root = base.path().toFile();
        paths.setBasePath(root);
        paths.setEnvPath(new File(root, settings.environmentPath()));
        paths.setScriptPath(new File(root, settings.scriptPath()));
        paths.setHookPath(new File(root, settings.hookPath()));
        this.environment = new Environment(environmentFile());
        environment.getVariables().putAll(source.parameters());
    }

    static Project of(ChangelogSource source) {
        ScriptDirectory base = ScriptDirectory.of(source, HOLDS);
        Settings settings = new Settings(source.settings());
        if (!new File(base.path().toFile(), settings.scriptPath()).isDirectory()) {
            throw ProblemException.setup(
                    "The folder of the scripts is not there",
                    base.nameOf(settings.scriptPath()),
                    "",
                    "Give the directory that holds " + HOLDS + ", or set scriptpath.",
                    null);
        }
        return new Project(base, settings, source);
    }

    private File environmentFile() {
        File file = new File(paths.getEnvPath(), settings.environment() + ".properties");
        if (!file.isFile()) {
            String[] there = paths.getEnvPath().list((folder, other) -> other.endsWith(".properties"));
            throw ProblemException.setup(
                    "The environment '" + settings.environment() + "' is not there",
                    environmentName(),
                    there == null || there.length == 0 ? "" : "there are " + String.join(", ", sorted(there)),
                    "Name one of them as <environment> in the <settings> of the changelog, or write the file;"
                            + " its url, username and password are not used.",
                    null);
        }
        return file;
    }

    /** The file of the environment, as messages name it. */
    String environmentName() {
        return base.nameOf(settings.environmentPath() + "/" + settings.environment() + ".properties");
    }

    private static List<String> sorted(String[] names) {
        return List.of(names).stream().sorted().toList();
    }

    Settings settings() {
        return settings;
    }

    Environment environment() {
        return environment;
    }

    SelectedPaths paths() {
        return paths;
    }

    ScriptDirectory scripts() {
        return base.in(settings.scriptPath());
    }

    ScriptDirectory hooks() {
        return base.in(settings.hookPath());
    }

    Charset charset() {
        return Charset.forName(environment.getScriptCharset());
    }

    FileMigrationLoader loader() {
        return new FileMigrationLoader(
                paths.getScriptPath(), environment.getScriptCharset(), environment.getVariables());
    }

    /** The part of a script that runs, with variables replaced. */
    Reader reader(Change change, boolean undo) {
        return loader().getScriptReader(change, undo);
    }

    /** Name of the table of the history, as configured. */
    String changelogTable() {
        return environment.getVariables().getProperty(Environment.CHANGELOG, "CHANGELOG");
    }

    /** As MyBatis' own commands set them from the environment. */
    DatabaseOperationOption option() {
        DatabaseOperationOption option = new DatabaseOperationOption();
        option.setChangelogTable(changelogTable());
        option.setStopOnError(true);
        option.setThrowWarning(!environment.isIgnoreWarnings());
        option.setEscapeProcessing(false);
        option.setAutoCommit(environment.isAutoCommit());
        option.setFullLineDelimiter(environment.isFullLineDelimiter());
        option.setSendFullScript(environment.isSendFullScript());
        option.setRemoveCRs(environment.isRemoveCrs());
        option.setDelimiter(environment.getDelimiter());
        return option;
    }
}
