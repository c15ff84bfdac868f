package dev.stairway.script.sql;

/**
 * Functions and procedures with a body of the SQL standard, and rules with several actions; as psql tells them apart,
 * which sends what the server then parses: https://www.postgresql.org/docs/current/sql-createfunction.html
 */
final class PostgresBodies implements Bodies {

    private String begin = "";
    private boolean routine;
    private int depth;
    private int parentheses;

    @Override
    public void word(String word) {
        if (begin.length() < 40) {
            begin += word + " ";
            routine |= begin.matches("CREATE (OR REPLACE )?(FUNCTION|PROCEDURE) ");
        }
        if (!routine || parentheses > 0) {
            return;
        }
        if (word.equals("BEGIN") || word.equals("CASE") && depth > 0) {
            depth++;
        } else if (word.equals("END") && depth > 0) {
            depth--;
        }
    }

    @Override
    public void other(char first) {
        if (first == '(') {
            parentheses++;
        } else if (first == ')' && parentheses > 0) {
            parentheses--;
        }
    }

    @Override
    public void semicolon() {}

    @Override
    public boolean open() {
        return depth > 0 || parentheses > 0;
    }
}
