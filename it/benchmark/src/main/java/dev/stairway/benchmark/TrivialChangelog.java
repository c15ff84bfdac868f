package dev.stairway.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Generates changeSets that create a table, add a column and create an index in turn; all have an automatic rollback. */
final class TrivialChangelog {

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
            """;
    private static final String CREATE_TABLE = """
                <createTable tableName="t%1$d">
                  <column name="id" type="bigint"><constraints primaryKey="true" nullable="false"/></column>
                  <column name="name" type="varchar(100)"/>
                </createTable>
            """;
    private static final String ADD_COLUMN = """
                <addColumn tableName="t%1$d"><column name="amount" type="numeric(12,2)"/></addColumn>
            """;
    private static final String CREATE_INDEX = """
                <createIndex indexName="ix_t%1$d_name" tableName="t%1$d"><column name="name"/></createIndex>
            """;
    private static final String[] CHANGES = {CREATE_TABLE, ADD_COLUMN, CREATE_INDEX};

    private TrivialChangelog() {}

    static Workload write(Path directory, int size) throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 0; i < size; i++) {
            text.append("  <changeSet id=\"c").append(i + 1).append("\" author=\"benchmark\">\n");
            text.append(CHANGES[i % CHANGES.length].formatted(i / CHANGES.length));
            text.append("  </changeSet>\n");
        }
        text.append("</databaseChangeLog>\n");
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("changelog.xml"), text);
        return new Workload("trivial-" + size, directory, "changelog.xml", "empty");
    }
}
