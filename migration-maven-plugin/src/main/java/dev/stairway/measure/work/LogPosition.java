package dev.stairway.measure.work;

/**
 * A place in PostgreSQL's log. Every page of it begins with a header, and every segment with a longer one: how many of them lie
 * between two places depends on where the first one happens to be, which would be seen in small steps.
 *
 * @param lsn from the beginning of all time; bytes
 * @param segment size of one
 * @param page size of one
 * @see <a href="https://www.postgresql.org/docs/current/wal-internals.html">WAL internals</a>
 */
record LogPosition(long lsn, long segment, long page) {

    /** SizeOfXLogShortPHD and SizeOfXLogLongPHD of the server's xlog_internal.h, where addresses have 64 bits. */
    private static final long HEADER = 24;

    private static final long FIRST_HEADER = 40;

    /** Bytes of records from the beginning of all time up to here, without any header. */
    long bytesBefore() {
        long pagesInSegment = segment / page;
        long inFullSegments = lsn / segment * (segment - FIRST_HEADER - (pagesInSegment - 1) * HEADER);
        long offset = lsn % segment;
        long pages = offset / page;
        long inPage = offset % page;
        long headers = pages > 0 ? FIRST_HEADER + (pages - 1) * HEADER : 0;
        long ownHeader = Math.min(inPage, pages == 0 ? FIRST_HEADER : HEADER);
        return inFullSegments + pages * page - headers + inPage - ownHeader;
    }
}
