package dev.stairway.report.export;

import java.util.List;

/** @param timestamp ISO-8601 without zone, as surefire writes it; empty where unknown */
record TestSuite(String name, String timestamp, double seconds, List<TestCase> cases) {

    long count(TestCase.Kind kind) {
        return cases.stream().filter(test -> test.is(kind)).count();
    }
}
