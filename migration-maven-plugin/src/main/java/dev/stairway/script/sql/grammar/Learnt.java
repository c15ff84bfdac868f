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

    private static final int ASKED_IN_VAIN = 50;

    private final DFA[] decisions;
    private final PredictionContextCache contexts = new PredictionContextCache();
    /** Threads may overwrite each other's counts, which does no harm. */
    private int asked;

    Learnt(ATN grammar) {
        decisions = new DFA[grammar.getNumberOfDecisions()];
        for (int i = 0; i < decisions.length; i++) {
            decisions[i] = new DFA(grammar.getDecisionState(i), i);
        }
    }

    void teach(Parser parser) {
        parser.setInterpreter(new ParserATNSimulator(parser, parser.getATN(), decisions, contexts));
    }

    /** Whether it knows more states than that, of all decisions; counted now and then, for there are thousands of decisions. */
    boolean outgrown(int most) {
        return ++asked % ASKED_IN_VAIN == 0 && size() > most;
    }

    private int size() {
        int states = 0;
        for (DFA decision : decisions) {
            states += decision.states.size();
        }
        return states;
    }
}
