package dev.stairway.script.sql.grammar;

import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ParserATNSimulator;
import org.antlr.v4.runtime.atn.PredictionContextCache;
import org.antlr.v4.runtime.dfa.DFA;

/**
 * What a parser has found out about its grammar while it read: next time it need not find out. Grows with every new turn of
 * a phrase, without end; generated parsers keep theirs for the whole JVM, this one can be forgotten.
 */
final class Learnt {

    private final DFA[] decisions;
    private final PredictionContextCache contexts = new PredictionContextCache();

    Learnt(ATN grammar) {
        decisions = new DFA[grammar.getNumberOfDecisions()];
        for (int i = 0; i < decisions.length; i++) {
            decisions[i] = new DFA(grammar.getDecisionState(i), i);
        }
    }

    void teach(Parser parser) {
        parser.setInterpreter(new ParserATNSimulator(parser, parser.getATN(), decisions, contexts));
    }

    /** How many states it knows, of all decisions. */
    int size() {
        int states = 0;
        for (DFA decision : decisions) {
            states += decision.states.size();
        }
        return states;
    }
}
