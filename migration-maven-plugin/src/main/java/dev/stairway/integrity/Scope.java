package dev.stairway.integrity;

import java.util.Collection;
import java.util.Set;

/** What was touched since the last look, by qualified table name. */
public interface Scope {

    /** Everything may have changed. */
    Scope EVERYTHING = new Scope() {
        @Override
        public Set<String> tables() {
            return null;
        }

        @Override
        public boolean wrote(String table, Collection<String> columns) {
            return true;
        }

        @Override
        public boolean took(String table, Collection<String> columns) {
            return true;
        }
    };

    /** Tables of which rows or shape changed; null for all. */
    Set<String> tables();

    /**
     * True when values in these columns of the table may have changed.
     *
     * @param columns empty for any
     */
    boolean wrote(String table, Collection<String> columns);

    /** True when a combination of values in these columns of the table may have gone. */
    boolean took(String table, Collection<String> columns);
}
