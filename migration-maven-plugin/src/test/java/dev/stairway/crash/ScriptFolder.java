package dev.stairway.crash;

import dev.stairway.engine.ChangelogSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A folder of SQL files as one of the tools has them, each with its own way to go without a transaction. */
public final class ScriptFolder {

    /** The tools whose migrations are SQL files. */
    public enum Tool {
        DBMATE("sql"),
        GOLANG_MIGRATE("sql"),
        MYBATIS("mybatis"),
        FLYWAY("flyway");

        private final String engine;

        Tool(String engine) {
            this.engine = engine;
        }

        /** Name of the engine that runs its files. */
        public String engine() {
            return engine;
        }
    }

    private final Tool tool;
    private final Path parent;
    private final Map<String, String> settings = new HashMap<>();
    private int last;

    private ScriptFolder(Path parent, Tool tool) {
        this.tool = tool;
        this.parent = parent;
        if (tool == Tool.MYBATIS) {
            file("environments/development.properties", "changelog=CHANGELOG\n");
        }
    }

    /** Of MyBatis Migrations; the first script has to create the table of the history. */
    public static ScriptFolder ofMybatisWithoutHistory(Path parent) {
        return new ScriptFolder(parent, Tool.MYBATIS);
    }

    /** @param parent in which a folder with the name of the tool is made */
    public ScriptFolder(Tool tool, Path parent) {
        this(parent, tool);
        if (tool == Tool.MYBATIS) {
            file("scripts/1_changelog.sql", """
                    -- // changelog
                    CREATE TABLE ${changelog} (
                    ID NUMERIC(20,0) NOT NULL PRIMARY KEY,
                    APPLIED_AT VARCHAR(25) NOT NULL,
                    DESCRIPTION VARCHAR(255) NOT NULL
                    );
                    """);
            last = 1;
        }
    }

    /** One more migration, all or nothing. */
    public ScriptFolder whole(String title, String... statements) {
        return write(title, true, List.of(statements));
    }

    /** One more migration of which each statement takes effect by itself. golang-migrate knows that for all files alone. */
    public ScriptFolder single(String title, String... statements) {
        if (tool == Tool.GOLANG_MIGRATE) {
            settings.put("x-multi-statement", "true");
        }
        return write(title, false, List.of(statements));
    }

    public ScriptFolder set(String name, String value) {
        settings.put(name, value);
        return this;
    }

    private ScriptFolder write(String title, boolean whole, List<String> statements) {
        last++;
        String sql = String.join(";\n", statements) + ";\n";
        switch (tool) {
            case DBMATE ->
                file(
                        "00" + last + "_" + title + ".sql",
                        "-- migrate:up" + (whole ? "" : " transaction:false") + "\n" + sql + "-- migrate:down\n");
            case GOLANG_MIGRATE -> file("00" + last + "_" + title + ".up.sql", sql);
            case MYBATIS ->
                file(
                        "scripts/" + last + "_" + title + ".sql",
                        "-- // " + title + "\n"
                                + (whole ? sql : String.join(";\ncommit;\nbegin;\n", statements) + ";\n"));
            case FLYWAY -> {
                file("V" + last + "__" + title + ".sql", sql);
                if (!whole) {
                    file("V" + last + "__" + title + ".sql.conf", "executeInTransaction=false\n");
                }
            }
        }
        return this;
    }

    private void file(String name, String text) {
        try {
            Path file = parent.resolve(tool.name()).resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param loader that has Flyway, where that is the tool */
    public ChangelogSource source(ClassLoader loader) {
        return new ChangelogSource(tool.name(), List.of(parent), loader, Map.of(), "", "").with(settings);
    }
}
