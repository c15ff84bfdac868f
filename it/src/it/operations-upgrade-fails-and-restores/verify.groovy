import groovy.json.JsonSlurper

def build = evaluate(new File(checks))

def reports = new File(basedir, 'target/migration/operations').listFiles().sort().collect { new JsonSlurper().parse(it, 'UTF-8') }
assert reports*.result == ['DONE', 'TAKEN_BACK', 'FAILED']
assert reports[1].revisionAfter == reports[0].revisionAfter
assert reports[1].fingerprintAfter == reports[1].fingerprintBefore
assert reports[1].fingerprintBefore == reports[0].fingerprintAfter
assert reports[1].reason.contains('the backup of before was put back')
assert reports[2].revisionAfter != reports[2].revisionBefore
assert reports[2].reason.contains('in production nothing is taken back by itself')
assert reports[2].next.contains('mvn migration:restore') && reports[2].next.contains(reports[2].backupFile)

def trail = build.file('.migration/audit.jsonl').readLines().collect { new JsonSlurper().parseText(it) }
assert trail*.outcome.result == ['PASSED', 'FAILED', 'FAILED'] && trail*.outcome.exit == [0, 1, 1]
assert build.failureLines.any { it.contains('TAKEN_BACK') }
build.says('mvn migration:restore')
