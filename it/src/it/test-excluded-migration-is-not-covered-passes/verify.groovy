def build = evaluate(new File(checks))

build.reported()
build.verdictIs('needs-our-scheduler', 'NOT_COVERED')
build.verdictIs('create-job', 'REVERSIBLE')
build.verdictIs('create-job-run', 'REVERSIBLE')
def step = build.metrics().cells[0].steps.find { it.verdict == 'NOT_COVERED' }
assert step.reason.contains('only the production server has')
assert build.file('target/migration/report/index.html').getText('UTF-8').contains('only the production server has')
// Not covered is said, never silent.
assert build.pluginLines.any { it.toLowerCase().contains('not covered') }
