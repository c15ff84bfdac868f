package dev.stairway.engine.liquibase;

import java.util.Locale;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;

/** Parameters that notice whether a changelog asks for what Liquibase says about the database: {@code database.*}. */
final class WatchedParameters extends ChangeLogParameters {

    private boolean aboutDatabase;
    private boolean everyProduct;

    WatchedParameters(Database database) {
        super(database);
    }

    @Override
    public Object getValue(String key, DatabaseChangeLog changeLog) {
        watch(key);
        return everyProduct && key.equals("database.typeName") ? null : super.getValue(key, changeLog);
    }

    @Override
    public boolean hasValue(String key, DatabaseChangeLog changeLog) {
        watch(key);
        return super.hasValue(key, changeLog);
    }

    /** Keeps Liquibase from passing over changeSets of other products while it parses XML and YAML. */
    void everyProduct() {
        everyProduct = true;
    }

    private void watch(String key) {
        aboutDatabase |= key.toLowerCase(Locale.ROOT).startsWith("database.");
    }

    boolean aboutDatabase() {
        return aboutDatabase;
    }
}
