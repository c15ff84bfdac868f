package dev.stairway.benchmark;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;

/** What {@code updateTestingRollback} sends: recorded once, replayed by {@link BareJdbc}. */
final class RecordedStatements {

    private static final Pattern CHANGES = Pattern.compile(
            "\\s*(CREATE|ALTER|DROP|INSERT|UPDATE|DELETE)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern BOOKKEEPING = Pattern.compile("(?i)databasechangelog");

    /** Held, because a logger that nobody holds may forget its level. */
    private static final Logger LIQUIBASE_LOG = Logger.getLogger("liquibase");

    private final List<String> statements = new ArrayList<>();

    private RecordedStatements() {}

    /** Runs the goal's command once in this JVM, statement by statement as it goes out. */
    static RecordedStatements of(Workload workload, Login login) throws Exception {
        RecordedStatements recorded = new RecordedStatements();
        try (Connection connection = DriverManager.getConnection(login.url(), login.user(), login.password())) {
            LIQUIBASE_LOG.setLevel(Level.WARNING);
            Map<String, Object> quiet =
                    Map.of("liquibase.analytics.enabled", false, Scope.Attr.ui.name(), new LoggerUIService());
            Scope.child(quiet, () -> recorded.run(workload, connection));
        }
        return recorded;
    }

    private void run(Workload workload, Connection connection) throws Exception {
        Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(listen(connection)));
        try (DirectoryResourceAccessor files = new DirectoryResourceAccessor(workload.root());
                Liquibase liquibase = new Liquibase(workload.changelog(), files, database)) {
            liquibase.setShowSummary(UpdateSummaryEnum.OFF);
            liquibase.updateTestingRollback(new Contexts(), new LabelExpression());
        }
    }

    private Connection listen(Connection connection) {
        return proxy(Connection.class, connection);
    }

    private <T> T proxy(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                RecordedStatements.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().startsWith("execute") && arguments != null) {
                        note((String) arguments[0]);
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        return method.getName().equals("createStatement")
                                ? proxy(Statement.class, (Statement) result)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private void note(String sql) {
        if (CHANGES.matcher(sql).matches()) {
            statements.add(sql.replace('\n', ' '));
        }
    }

    /** Everything that changes the database, the engine's history and lock included; one statement a line. */
    void writeAll(Path file) throws IOException {
        Files.write(file, statements);
    }

    /** Without the engine's history and lock. */
    void writeMigrationsOnly(Path file) throws IOException {
        Files.write(
                file,
                statements.stream()
                        .filter(sql -> !BOOKKEEPING.matcher(sql).find())
                        .toList());
    }
}
