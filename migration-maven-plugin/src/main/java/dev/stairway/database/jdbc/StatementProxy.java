package dev.stairway.database.jdbc;

import dev.stairway.database.Work;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.StringJoiner;

/** A statement of the engine: what it executes is recorded. */
final class StatementProxy implements InvocationHandler {

    private final Statement statement;
    /** Text of a prepared statement; null for a plain one. */
    private final String prepared;

    private final Connection connection;
    private final HeldTransaction transaction;
    private final DriverAdvice advice;
    private final Runnable onClose;
    /** Null while no batch is open. */
    private StringJoiner batch;

    StatementProxy(
            Statement statement,
            String prepared,
            Connection connection,
            HeldTransaction transaction,
            DriverAdvice advice,
            Runnable onClose) {
        this.statement = statement;
        this.prepared = prepared;
        this.connection = connection;
        this.transaction = transaction;
        this.advice = advice;
        this.onClose = onClose;
    }

    @Override
    public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "execute", "executeUpdate", "executeLargeUpdate", "executeQuery":
                return run(method, arguments, arguments == null ? prepared : (String) arguments[0]);
            case "executeBatch", "executeLargeBatch":
                return runBatch(method, arguments);
            case "addBatch":
                addToBatch(arguments);
                return ConnectionProxy.call(statement, method, arguments);
            case "clearBatch":
                batch = null;
                return ConnectionProxy.call(statement, method, arguments);
            case "close":
                onClose.run();
                statement.close();
                return null;
            case "getConnection":
                return connection;
            case "unwrap":
                // From the driver's statement it is one call to the driver's connection.
                transaction.unwrapped();
                return ConnectionProxy.call(statement, method, arguments);
            case "equals":
                return self == arguments[0];
            case "hashCode":
                return System.identityHashCode(self);
            default:
                return often(method, arguments);
        }
    }

    /** What every step calls, without reflection. */
    private Object often(Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "getUpdateCount":
                return statement.getUpdateCount();
            case "getMoreResults":
                return arguments == null
                        ? statement.getMoreResults()
                        : ConnectionProxy.call(statement, method, arguments);
            case "setString":
                ((PreparedStatement) statement).setString((Integer) arguments[0], (String) arguments[1]);
                return null;
            default:
                return ConnectionProxy.call(statement, method, arguments);
        }
    }

    private void addToBatch(Object[] arguments) throws SQLException {
        if (batch == null) {
            batch = new StringJoiner(";\n");
            if (prepared != null) {
                batch.add(prepared);
                advice.batched((PreparedStatement) statement);
            }
        }
        if (arguments != null) {
            batch.add((String) arguments[0]);
        }
    }

    private Object runBatch(Method method, Object[] arguments) throws Throwable {
        if (batch == null) {
            return ConnectionProxy.call(statement, method, arguments);
        }
        String sql = batch.toString();
        batch = null;
        return run(method, arguments, sql);
    }

    private Object run(Method method, Object[] arguments, String sql) throws Throwable {
        transaction.beforeStatement(sql);
        long start = System.nanoTime();
        Object result;
        long rows;
        try {
            result = execute(method, arguments);
            rows = rows(result);
        } catch (Throwable failed) {
            record(new Work.Statement(sql, System.nanoTime() - start, -1));
            transaction.failed();
            throw failed;
        }
        Work.Statement done = new Work.Statement(sql, System.nanoTime() - start, rows);
        record(done);
        transaction.answered(done);
        return result;
    }

    private Object execute(Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("execute") && arguments == null) {
            return ((PreparedStatement) statement).execute();
        }
        return method.getName().equals("execute") && arguments.length == 1
                ? (Object) statement.execute((String) arguments[0])
                : ConnectionProxy.call(statement, method, arguments);
    }

    private void record(Work.Statement done) {
        transaction.afterStatement(done.sql());
        Recorder recorder = transaction.recorder();
        recorder.spent(done.nanos());
        if (transaction.recording()) {
            recorder.add(done);
        }
    }

    private long rows(Object result) throws SQLException {
        if (result instanceof Number count) {
            return count.longValue();
        }
        if (result instanceof Boolean query) {
            return query ? -1 : statement.getUpdateCount();
        }
        if (result instanceof int[] counts) {
            return sum(Arrays.stream(counts).asLongStream().toArray());
        }
        return result instanceof long[] counts ? sum(counts) : -1;
    }

    // A driver may answer SUCCESS_NO_INFO (-2) for a row of a batch whose count it does not know.
    private static long sum(long[] counts) {
        return Arrays.stream(counts).anyMatch(count -> count < 0)
                ? -1
                : Arrays.stream(counts).sum();
    }
}
