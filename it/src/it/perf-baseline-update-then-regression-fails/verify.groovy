def build = evaluate(new File(checks))

build.says('No performance baseline at .migration/perf-baseline.json: nothing is compared. Record one with mvn migration:perf -Dmigration.updateBaseline and commit it')
assert build.log.count('Performance baseline recorded in .migration/perf-baseline.json') == 2
// Both numbers and the limit.
assert build.failureLines.any {
    it =~ /REGRESSION .*slow-when-told.* 0 rows: The vmSteps on the way up was [\d,]+ and is [\d,]+, [\d.]+ times as much; allowed are [\d,]+ more/
}
assert build.failureLines.any { it =~ /regressions? against the performance baseline, allowed are 0/ }

// Of the last run, which accepted what it measured.
def comparison = build.metrics('target/migration/perf').performance.comparison
assert comparison.environment == 'same'
def regression = comparison.entries.find { it.verdict == 'REGRESSION' && it.metric == 'up.vmSteps' }
assert regression: comparison.entries
assert regression.current > regression.previous && regression.ratio > regression.limit
assert !regression.gated
build.reported('target/migration/perf')

def baseline = build.file('.migration/perf-baseline.json').text
assert baseline.contains('"formatVersion": "2.0"')
assert baseline.contains("\"vmSteps\": ${regression.current as long}")
