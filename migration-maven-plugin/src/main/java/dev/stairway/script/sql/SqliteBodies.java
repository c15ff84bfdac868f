package dev.stairway.script.sql;

/** Triggers end with {@code ; END ;} as https://www.sqlite.org/c3ref/complete.html has it. */
final class SqliteBodies implements Bodies {

    private String begin = "";
    private boolean trigger;
    private boolean afterSemicolon;
    private boolean ended;

    @Override
    public void word(String word) {
        if (begin.length() < 40) {
            begin += word + " ";
            trigger |= begin.matches("(EXPLAIN )?CREATE (TEMP |TEMPORARY )?TRIGGER ");
        }
        ended = afterSemicolon && word.equals("END");
        afterSemicolon = false;
    }

    @Override
    public void other(char first) {
        ended = false;
        afterSemicolon = false;
    }

    @Override
    public void semicolon() {
        afterSemicolon = true;
    }

    @Override
    public boolean open() {
        return trigger && !ended;
    }
}
