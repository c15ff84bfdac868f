package dev.stairway.engine.mybatis;

import dev.stairway.database.Database;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.engine.Changelog;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Engine;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.MigrationStatements;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import org.apache.ibatis.migration.MigrationReader;

/** MyBatis Migrations, in the release that is on the plugin's class path. */
public final class MybatisEngine implements Engine {

    private static final String POM = "/META-INF/maven/org.mybatis/mybatis-migrations/pom.properties";

    @Override
    public String name() {
        return "mybatis";
    }

    @Override
    public String version() {
        Properties pom = new Properties();
        try (InputStream found = MigrationReader.class.getResourceAsStream(POM)) {
            if (found != null) {
                pom.load(found);
            }
            return pom.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean runsOn(String product) {
        return !product.startsWith("redis") && !product.startsWith("valkey");
    }

    @Override
    public Changelog read(ChangelogSource source) {
        return new Changelog(
                source.location(),
                new ChangelogReader(Project.of(source))
                        .read().stream().map(Script::migration).toList());
    }

    @Override
    public List<MigrationStatements> statements(ChangelogSource source, String product, String version) {
        Project project = Project.of(source);
        Statements statements = new Statements(project, product);
        return new ChangelogReader(project).read().stream().map(statements::of).toList();
    }

    @Override
    public EngineRun open(ChangelogSource source, Database database) {
        if (database instanceof JdbcDatabase jdbc) {
            return MybatisRun.open(source, jdbc);
        }
        throw ProblemException.setup(
                "MyBatis Migrations cannot work on " + database.id(),
                source.location(),
                "",
                "Use a database that has JDBC.",
                null);
    }
}
