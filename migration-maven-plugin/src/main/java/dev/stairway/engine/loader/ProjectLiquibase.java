package dev.stairway.engine.loader;

import dev.stairway.database.Database;
import dev.stairway.engine.Changelog;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Engine;
import dev.stairway.engine.EngineLibrary;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.MigrationStatements;
import dev.stairway.engine.liquibase.LiquibaseEngine;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Liquibase in the version that the project of a changelog uses itself. A project without one, or with the very version that
 * the plugin has, is served by the plugin's.
 */
public final class ProjectLiquibase implements Engine {

    private final Engine plugins = new LiquibaseEngine();
    private final boolean declared;
    private final Map<ClassLoader, LoadedLiquibase> loaded = new ConcurrentHashMap<>();

    /** @param declared true when the user gave the plugin its Liquibase, which then runs whatever the project has */
    public ProjectLiquibase(boolean declared) {
        this.declared = declared;
    }

    /**
     * True when the project brings one of its own.
     *
     * @param declared as for {@link #ProjectLiquibase(boolean)}
     */
    public static boolean isProjects(ClassLoader project, boolean declared) {
        return LiquibaseChoice.of(project, declared).projects();
    }

    @Override
    public String name() {
        return plugins.name();
    }

    /** Of the plugin's own. */
    @Override
    public String version() {
        return LiquibaseOfProject.shipped();
    }

    @Override
    public EngineLibrary library(ChangelogSource source) {
        return of(source).library();
    }

    @Override
    public boolean runsOn(String product) {
        return plugins.runsOn(product);
    }

    @Override
    public void prepare() {
        plugins.prepare();
    }

    @Override
    public Changelog read(ChangelogSource source) {
        LoadedLiquibase liquibase = of(source);
        return liquibase.engine().read(liquibase.reloaded(source));
    }

    @Override
    public List<MigrationStatements> statements(ChangelogSource source, String product, String version) {
        LoadedLiquibase liquibase = of(source);
        return liquibase.engine().statements(liquibase.reloaded(source), product, version);
    }

    @Override
    public List<MigrationStatements> leftOut(ChangelogSource source, String product, String version) {
        LoadedLiquibase liquibase = of(source);
        return liquibase.engine().leftOut(liquibase.reloaded(source), product, version);
    }

    @Override
    public EngineRun open(ChangelogSource source, Database database) {
        LoadedLiquibase liquibase = of(source);
        return liquibase.engine().open(liquibase.reloaded(source), database);
    }

    @Override
    public void close() {
        loaded.values().forEach(LoadedLiquibase::close);
        loaded.clear();
    }

    private LoadedLiquibase of(ChangelogSource source) {
        return loaded.computeIfAbsent(source.loader(), this::choose);
    }

    private LoadedLiquibase choose(ClassLoader loader) {
        LiquibaseChoice choice = LiquibaseChoice.of(loader, declared);
        return choice.projects()
                ? LoadedLiquibase.isolated(choice.library(), loader)
                : new LoadedLiquibase(plugins, choice.library(), null);
    }
}
