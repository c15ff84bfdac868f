package dev.stairway.lint;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Migrations of earlier releases, with what rules have learned from them. A changelog may have as many releases as files;
 * what looked through all earlier ones anew in each of them would take a quadratic time.
 */
public final class Past {

    /** Shared by all releases: this one knows the first of them. */
    private final List<MigrationView> all;

    private final Map<Object, Lesson<?>> lessons;
    private final int size;

    Past() {
        this(new ArrayList<>(), new HashMap<>());
    }

    private Past(List<MigrationView> all, Map<Object, Lesson<?>> lessons) {
        this.all = all;
        this.lessons = lessons;
        this.size = all.size();
    }

    /** The past of the next release. Of each past there is one next. */
    Past then(List<MigrationView> released) {
        if (all.size() != size) {
            throw new IllegalStateException("there is a next release already");
        }
        all.addAll(released);
        return new Past(all, lessons);
    }

    /** In order. */
    public List<MigrationView> migrations() {
        return new First();
    }

    /**
     * What was learned from all of them: each is shown once, however often somebody asks.
     *
     * @param key whose lesson it is; the same one must come with the same other arguments
     * @param nothing what is known before the first one
     * @param learn adds one to it; nobody else may change it
     */
    public <T> T learn(Object key, Supplier<T> nothing, BiConsumer<T, MigrationView> learn) {
        @SuppressWarnings("unchecked")
        Lesson<T> lesson = (Lesson<T>) lessons.computeIfAbsent(key, none -> new Lesson<>(nothing.get()));
        if (lesson.seen > size) {
            // Somebody asks about a release that is long over.
            lesson = new Lesson<>(nothing.get());
        }
        for (; lesson.seen < size; lesson.seen++) {
            learn.accept(lesson.known, all.get(lesson.seen));
        }
        return lesson.known;
    }

    /** What is known after some migrations. */
    private static final class Lesson<T> {

        private final T known;
        private int seen;

        Lesson(T known) {
            this.known = known;
        }
    }

    /** Does not grow when the past does. */
    private final class First extends AbstractList<MigrationView> implements RandomAccess {

        @Override
        public MigrationView get(int at) {
            return all.get(Objects.checkIndex(at, size));
        }

        @Override
        public int size() {
            return size;
        }
    }
}
