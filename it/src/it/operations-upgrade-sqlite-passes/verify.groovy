import groovy.json.JsonSlurper

def build = evaluate(new File(checks))
def json = { new JsonSlurper().parse(it, 'UTF-8') }

def health = json(build.file('target/migration/health.json'))
assert health.databases*.healthy == [true]
assert health.databases[0].checks.find { it.name == 'version table' }.seen == 'not there yet, 2 pending'

def reports = new File(basedir, 'target/migration/operations').listFiles().findAll { it.name.endsWith('.json') }.sort().collect(json)
assert reports*.operation == ['upgrade', 'upgrade', 'upgrade', 'downgrade']
assert reports*.result == ['DRY_RUN', 'REFUSED', 'DONE', 'DONE']
assert reports[1].reason.startsWith('Nobody is there to confirm this')
assert reports[2].steps*.result == ['EXECUTED', 'EXECUTED']
assert reports[2].revisionBefore == '' && reports[2].revisionAfter == reports[3].revisionBefore
assert reports[2].validation.find { it.name == 'plans' }.seen == '2 queries can be planned, none worse than before'
assert reports[3].revisionAfter.contains('customer')
assert reports[2].fingerprintAfter.schema == reports[3].fingerprintBefore.schema
assert reports[2..3].every { new File(it.backupFile).isFile() }

def script = new File(basedir, 'target/migration/operations').listFiles().find { it.name.endsWith('.sql') }
assert script.text.contains('CREATE TABLE orders')

def status = json(build.file('target/migration/status.json')).databases[0]
assert status.applied*.migration == ['customer', 'orders'].collect { name -> status.applied*.migration.find { it.contains(name) } }
assert status.applied.every { it.inChangelog && it.at } && status.pending == []

def trail = build.file('.migration/audit.jsonl').readLines().collect { new JsonSlurper().parseText(it) }
assert trail*.operation.name == ['health', 'upgrade', 'upgrade', 'upgrade', 'status', 'downgrade']
assert trail*.outcome.result == ['PASSED', 'PASSED', 'FAILED', 'PASSED', 'PASSED', 'PASSED']
assert trail[0].checks.integrity == 'OK' && trail[4].settings.pending == '0'
assert trail[3].approval.ticket == 'CHG-18' && trail[3].operation.environment == 'staging'
assert trail[3].state.backup == reports[2].backupFile
assert trail[3].state.fingerprintAfter == reports[2].fingerprintAfter.schema + ':' + reports[2].fingerprintAfter.data
build.says('[2/2] EXECUTED after', 'Audit trail: whole, 6 records')
