def build = evaluate(new File(checks))
def findings = { String run, String goal ->
    build.metrics("target/migration-$run/$goal").findings.findAll { it.severity != 'INFO' }
        .collect { [it.rule, it.file.replaceFirst('.*/', '')] } as Set
}

// Of what is released nothing is said: neither that it loses a column nor that it has no way back.
assert findings('released', 'validate').isEmpty()
assert findings('released', 'safety').isEmpty()
assert build.metrics('target/migration-released/safety').safety.changelogs[0].judged == 1

// Seen from the first release both are new, and its own migration says something else than then.
assert ['edited-applied', '1.0.sql'] in findings('first', 'validate')
assert ['rollback-missing', '1.1.sql'] in findings('first', 'validate')
assert ['drop-column', '1.1.sql'] in findings('first', 'safety')
assert !findings('first', 'safety').any { it[1] == '1.2.sql' }

// Without any state everything is told, and fails the build.
assert ['rollback-missing', '1.1.sql'] in findings('all', 'validate')
assert !findings('all', 'validate').any { it[0] == 'edited-applied' }
