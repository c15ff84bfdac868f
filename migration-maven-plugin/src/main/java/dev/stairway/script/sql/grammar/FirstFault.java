package dev.stairway.script.sql.grammar;

import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;

/** Where a lexer first finds what it cannot read; it would leave that out and go on. */
final class FirstFault extends BaseErrorListener {

    private String place;

    /** Line and column, both from 1; null while there is none. */
    String place() {
        return place;
    }

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer,
            Object offending,
            int line,
            int charPositionInLine,
            String message,
            RecognitionException cause) {
        place = place != null ? place : line + ":" + (charPositionInLine + 1);
    }
}
