def build = evaluate(new File(checks))

build.file('.migration/perf-baseline.json')
def comparison = build.metrics().comparison
assert comparison.environment == 'same'
def regression = comparison.entries.find { it.verdict == 'REGRESSION' && it.metric == 'upMillis' }
assert regression: comparison.entries
assert regression.current > regression.previous && regression.ratio > regression.limit
build.reported()
// Both numbers and the limit.
assert build.failureLines.any { it =~ /REGRESSION .*slow-when-told.*upMillis [\d.]+, baseline [\d.]+, limit [\d.]+ times/ }
