package dev.stairway.measure;

/** What keys of clients are made like, as the product that they are written to knows it. Made by {@link ClientLink#learn}. */
public interface LiveModel {}
