package dev.stairway.engine.mybatis;

import dev.stairway.engine.script.ScriptWalks;
import java.nio.file.Path;

/** A directory as {@code migrate init} makes it. */
final class MybatisProject {

    private MybatisProject() {}

    /** With the first script, which creates the history. @param properties of environment {@code development} */
    static ScriptWalks in(Path directory, String... properties) {
        return new ScriptWalks(new MybatisEngine(), directory)
                .file("environments/development.properties", with("changelog=CHANGELOG", properties))
                .file(
                        "scripts/20240101000000_create_changelog.sql",
                        "-- // Create Changelog",
                        "",
                        "CREATE TABLE ${changelog} (",
                        "ID NUMERIC(20,0) NOT NULL PRIMARY KEY,",
                        "APPLIED_AT VARCHAR(25) NOT NULL,",
                        "DESCRIPTION VARCHAR(255) NOT NULL",
                        ");",
                        "",
                        "-- //@UNDO",
                        "",
                        "DROP TABLE ${changelog};");
    }

    private static String[] with(String first, String... more) {
        String[] all = new String[more.length + 1];
        all[0] = first;
        System.arraycopy(more, 0, all, 1, more.length);
        return all;
    }
}
