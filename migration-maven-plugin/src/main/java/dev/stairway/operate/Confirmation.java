package dev.stairway.operate;

/** Asks the user before something is changed. */
public interface Confirmation {

    /** @throws dev.stairway.problem.ProblemException when nobody can be asked, told before anything is begun */
    void requireSomebody();

    /** @throws dev.stairway.problem.ProblemException when the answer is not yes; then nothing was changed */
    void ask(String question);
}
