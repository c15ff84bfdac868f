package dev.stairway.fingerprint.postgres;

/**
 * From which size on it pays to look for the rows that changed.
 *
 * @param rowsBytes size of a heap from which on changed rows are looked for by their transactions, which takes a scan
 * @param blocksBytes size of a heap from which on changed blocks are asked for first, which takes a checkpoint
 */
record Sizes(long rowsBytes, long blocksBytes) {

    static final Sizes USUAL = new Sizes(4L << 20, 64L << 20);
}
