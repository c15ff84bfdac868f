package dev.stairway.engine.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.engine.EngineLibrary;
import dev.stairway.loader.Compiled;
import dev.stairway.loader.IsolatedLoader;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiquibaseChoiceTest {

    private static final Path SHIPPED = IsolatedLoader.placeOf(liquibase.Scope.class);

    @TempDir
    private Path directory;

    @Test
    void a_project_without_liquibase_gets_the_shipped_one() throws IOException {
        assertThat(choice(false, classes("any").withFile("db/changelog.xml", "<x/>")))
                .isEqualTo(plugins(shipped(), "shipped"));
    }

    @Test
    void the_projects_own_release_runs() throws IOException {
        try (URLClassLoader project = Liquibases.project(Liquibases.jar("4.27.0"))) {
            assertThat(LiquibaseChoice.of(project, false))
                    .isEqualTo(new LiquibaseChoice(true, new EngineLibrary("4.27.0", "from the project")));
        }
    }

    @Test
    void what_the_user_gave_to_the_plugin_runs_whatever_the_project_has() throws IOException {
        try (URLClassLoader project = Liquibases.project(Liquibases.jar("4.27.0"))) {
            assertThat(LiquibaseChoice.of(project, true))
                    .isEqualTo(plugins(shipped(), "from the dependencies of the plugin"));
        }
    }

    @Test
    void the_same_release_is_not_loaded_twice() throws IOException {
        try (URLClassLoader project = Liquibases.project(SHIPPED)) {
            assertThat(LiquibaseChoice.of(project, false)).isEqualTo(plugins(shipped(), "shipped, as in the project"));
        }
    }

    @Test
    void the_same_release_with_an_extension_of_the_project_is_loaded_for_it() throws IOException {
        Path extension = classes("extension")
                .withFile("META-INF/services/liquibase.change.Change", "shop.Change")
                .classes();
        try (URLClassLoader project = Liquibases.project(SHIPPED, extension)) {
            assertThat(LiquibaseChoice.of(project, false).projects()).isTrue();
        }
    }

    @Test
    void a_release_that_is_too_old_is_replaced_and_named() throws IOException {
        assertThat(choice(false, release("4.19.1")))
                .isEqualTo(plugins(shipped(), "shipped, because the project's 4.19.1 is older than 4.20"));
        assertThat(choice(false, release("3.10.3")).projects()).isFalse();
    }

    @Test
    void the_oldest_release_that_fits_and_any_newer_one_are_the_projects() throws IOException {
        assertThat(choice(false, release("4.20.0")).projects()).isTrue();
        assertThat(choice(false, release("5.0.4")).projects()).isTrue();
        assertThat(choice(false, release("5.1-beta1")).projects()).isTrue();
        assertThat(choice(false, release("DEV")).projects()).isTrue();
    }

    @Test
    void a_file_that_says_a_version_is_no_liquibase() throws IOException {
        assertThat(choice(false, classes("shaded").withFile("liquibase.build.properties", "build.version=4.1.0"))
                        .library()
                        .origin())
                .isEqualTo("shipped");
    }

    @Test
    void a_release_that_does_not_fit_says_what_to_do() throws IOException {
        try (URLClassLoader project = Liquibases.project(release("9.0.0").classes());
                ProjectLiquibase engine = new ProjectLiquibase(false)) {
            assertThatThrownBy(() -> engine.read(Liquibases.changelog(project)))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("Liquibase 9.0.0 of the project cannot be run")
                    .hasMessageContaining("Add org.liquibase:liquibase-core to the <dependencies> of this plugin");
        }
    }

    private Compiled release(String version) throws IOException {
        return classes(version)
                .withFile("liquibase.build.properties", "build.version=" + version)
                .withFile("liquibase/Scope.class", "not of this world");
    }

    private Compiled classes(String name) throws IOException {
        return Compiled.in(directory.resolve(name));
    }

    private static LiquibaseChoice choice(boolean declared, Compiled classes) throws IOException {
        try (URLClassLoader project = Liquibases.project(classes.classes())) {
            return LiquibaseChoice.of(project, declared);
        }
    }

    private static LiquibaseChoice plugins(String version, String origin) {
        return new LiquibaseChoice(false, new EngineLibrary(version, origin));
    }

    private static String shipped() {
        return Liquibases.version(SHIPPED);
    }
}
