package dev.stairway.run;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Puts something between a walk and its database. */
final class Around {

    private Around() {}

    /** Answers one question about a database. */
    @FunctionalInterface
    interface Answer {
        /** @param result what the database itself says */
        Object about(JdbcDatabase database, Object result) throws Exception;
    }

    @FunctionalInterface
    private interface Instead {
        Object of(Object result) throws Exception;
    }

    /** The server, whose databases answer one question otherwise. */
    static DatabaseServer databases(DatabaseServer real, String method, Answer answer) {
        return proxy(DatabaseServer.class, real, "fresh", fresh -> {
            JdbcDatabase database = (JdbcDatabase) fresh;
            return proxy(JdbcDatabase.class, database, method, result -> answer.about(database, result));
        });
    }

    private static <T> T proxy(Class<T> type, T real, String method, Instead instead) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, called, arguments) -> {
                    try {
                        Object result = called.invoke(real, arguments);
                        return called.getName().equals(method) ? instead.of(result) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
