def build = evaluate(new File(checks))

build.reported('target/migration/safety')
def findings = build.metrics('target/migration/safety').findings
assert findings.every { it.severity != 'ERROR' || it.waiver }
assert findings.find { it.rule == 'drop-column' }.waiver == 'nobody has read it since 0.9 (mia, until 2999-12-31)'
assert findings.find { it.rule == 'index-not-concurrent' }.waiver == 'deployed in a window of maintenance'
