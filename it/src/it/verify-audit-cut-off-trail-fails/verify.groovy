import groovy.json.JsonSlurper

def build = evaluate(new File(checks))

def trail = build.file('.migration/audit.jsonl').readLines().collect { new JsonSlurper().parseText(it) }
assert trail*.sequence == [1, 2]
assert trail[1].previous == trail[0].hash
assert trail*.outcome.result == ['FAILED', 'FAILED'] && trail*.outcome.exit == [0, 0]
assert trail*.approval.ticket == ['CHG-17', '']
assert trail[1].digests.'metrics.json' == java.security.MessageDigest.getInstance('SHA-256')
        .digest(build.file('target/migration/metrics.json').bytes).encodeHex().toString()
assert build.metrics().run.tool.auditTrail == "record 1 ${trail[0].hash}"

build.says("Audit trail: record 2 ${trail[1].hash}", 'Audit trail: whole, 2 records')
build.says("Audit trail: whole, 1 record, the last one has the hash ${trail[0].hash}")
assert build.failureLines.any { it.contains('no record is of the run of') && it.contains(trail[1].digests.'metrics.json') }
build.says('No alert is sent to the webhook of env:STAIRWAY_NO_SUCH_VARIABLE, which is not set')
assert build.failureLines.any { it.contains('The audit trail is not as it was written') }
build.says('no record has the hash 0123456789abcdef')

def events = build.file('target/migration/events.jsonl').readLines().collect { new JsonSlurper().parseText(it) }
assert events.first().event == 'run-started' && events.last().event == 'run-ended'
assert events.last().data.result == 'FAILED'
assert events.any { it.event == 'step' && it.data.verdict == 'ROLLBACK_FAILS' }
assert build.file('textfiles/stairway-com.example_verify-audit-cut-off-trail-fails-test.prom').text.contains('stairway_gate_failed{build="com.example:')
