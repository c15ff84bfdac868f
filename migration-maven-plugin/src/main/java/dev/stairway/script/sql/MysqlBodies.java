package dev.stairway.script.sql;

import java.util.Set;

/** Compound statements of routines, triggers and events: https://dev.mysql.com/doc/refman/8.4/en/begin-end.html */
final class MysqlBodies implements Bodies {

    private static final Set<String> OBJECTS = Set.of("PROCEDURE", "FUNCTION", "TRIGGER", "EVENT");
    /** What has an END of its own that opens nothing here. */
    private static final Set<String> LOOPS = Set.of("IF", "LOOP", "WHILE", "REPEAT");

    private int words;
    private boolean creates;
    private boolean routine;
    private boolean afterEnd;
    private int depth;

    @Override
    public void word(String word) {
        creates |= words == 0 && word.equals("CREATE");
        // CREATE OR REPLACE DEFINER = user @ host SQL SECURITY ... is not longer than this.
        routine |= creates && words < 12 && OBJECTS.contains(word);
        words++;
        if (routine) {
            inside(word);
        }
    }

    private void inside(String word) {
        boolean ends = word.equals("END") && depth > 0;
        if (afterEnd && LOOPS.contains(word)) {
            depth++;
        } else if (word.equals("BEGIN") || word.equals("CASE") && depth > 0 && !afterEnd) {
            depth++;
        } else if (ends) {
            depth--;
        }
        afterEnd = ends;
    }

    @Override
    public void other(char first) {
        afterEnd = false;
    }

    @Override
    public void semicolon() {
        afterEnd = false;
    }

    @Override
    public boolean open() {
        return depth > 0;
    }
}
