package dev.stairway.engine.flyway;

import java.util.concurrent.Callable;

/** Work that code of the user's may run in: it finds its classes by the thread's class loader, as in the user's programs. */
final class UserLoader {

    private UserLoader() {}

    static <T> T in(ClassLoader loader, Callable<T> work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
