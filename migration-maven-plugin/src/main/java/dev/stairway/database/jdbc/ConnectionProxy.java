package dev.stairway.database.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** The connection that an engine sees: transaction calls go to the {@link HeldTransaction}, the rest to the driver. */
final class ConnectionProxy implements InvocationHandler {

    private final Connection raw;
    private final HeldTransaction transaction;
    private final DriverAdvice advice;
    private final Connection proxy;
    private final Set<Statement> open = Collections.newSetFromMap(new IdentityHashMap<>());

    ConnectionProxy(Connection raw, HeldTransaction transaction, DriverAdvice advice) {
        this.raw = raw;
        this.transaction = transaction;
        this.advice = advice;
        this.proxy = make(Connection.class, this);
    }

    Connection proxy() {
        return proxy;
    }

    PreparedStatement prepareBookkeeping(String sql) throws SQLException {
        PreparedStatement made = raw.prepareStatement(sql);
        advice.preparedForAll(made);
        return (PreparedStatement) statement(PreparedStatement.class, made, sql);
    }

    /** Closes what the engine left open, as the end of a connection does: an open result keeps a table locked. */
    void closeStatements() throws SQLException {
        for (Statement statement : List.copyOf(open)) {
            statement.close();
        }
        open.clear();
    }

    static <T> T make(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(ConnectionProxy.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "commit":
                transaction.commit();
                return null;
            case "rollback":
                return rollback(method, arguments);
            case "setAutoCommit":
                transaction.setAutoCommit((Boolean) arguments[0]);
                return null;
            case "close", "abort":
                return null;
            // Called in every step, so not by reflection.
            case "getAutoCommit":
                return raw.getAutoCommit();
            case "isClosed":
                return raw.isClosed();
            case "createStatement":
                return statement(
                        Statement.class, arguments == null ? raw.createStatement() : call(method, arguments), null);
            case "prepareStatement":
                return prepared(PreparedStatement.class, prepare(method, arguments), arguments);
            case "prepareCall":
                return prepared(CallableStatement.class, call(method, arguments), arguments);
            case "getMetaData":
                return make(DatabaseMetaData.class, new MetaDataProxy(call(method, arguments), proxy));
            case "unwrap":
                return unwrap((Class<?>) arguments[0]);
            case "isWrapperFor":
                return ((Class<?>) arguments[0]).isInstance(proxy) || raw.isWrapperFor((Class<?>) arguments[0]);
            case "equals":
                return self == arguments[0];
            case "hashCode":
                return System.identityHashCode(self);
            case "toString":
                return "Session over " + raw.getClass().getSimpleName();
            case "setSavepoint":
                transaction.startNextTransaction();
                return call(method, arguments);
            // Drivers refuse these inside a transaction, and the engine believes that it is outside one.
            case "setTransactionIsolation", "setReadOnly":
                transaction.startNextTransaction();
                transaction.taint();
                return call(method, arguments);
            // State of the driver's object that no server-side reset reaches.
            case "setHoldability", "setTypeMap", "setClientInfo", "setNetworkTimeout", "setCatalog", "setSchema":
                transaction.taint();
                return call(method, arguments);
            default:
                return call(method, arguments);
        }
    }

    private Object prepare(Method method, Object[] arguments) throws Throwable {
        return arguments.length == 1 ? raw.prepareStatement((String) arguments[0]) : call(method, arguments);
    }

    private Object rollback(Method method, Object[] arguments) throws Throwable {
        if (arguments != null && arguments[0] instanceof Savepoint) {
            transaction.rolledBack();
            return call(method, arguments);
        }
        transaction.rollback();
        return null;
    }

    private Object unwrap(Class<?> type) throws SQLException {
        if (type.isInstance(proxy)) {
            return proxy;
        }
        transaction.unwrapped();
        return type.isInstance(raw) ? raw : raw.unwrap(type);
    }

    private Object prepared(Class<? extends PreparedStatement> type, Object made, Object[] arguments)
            throws SQLException {
        advice.prepared((PreparedStatement) made);
        return statement(type, made, (String) arguments[0]);
    }

    private Object statement(Class<? extends Statement> type, Object made, String sql) {
        Statement statement = (Statement) made;
        open.add(statement);
        return make(type, new StatementProxy(statement, sql, proxy, transaction, advice, () -> open.remove(statement)));
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        return call(raw, method, arguments);
    }

    static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Leads back to the proxy instead of to the driver's connection. */
    private record MetaDataProxy(Object metaData, Connection connection) implements InvocationHandler {
        @Override
        public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
            return method.getName().equals("getConnection") ? connection : call(metaData, method, arguments);
        }
    }
}
