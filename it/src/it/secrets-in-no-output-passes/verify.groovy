def build = evaluate(new File(checks))
def secret = 'Canary7Q9zXw2Lp/Ab'

['forked', 'inside'].each { run ->
    build.reported("target/migration-$run")
    // The secret was where it could have been told.
    assert build.metrics("target/migration-$run").findings.any { it.evidence.any { it.contains('***') } }
    assert build.file("target/migration-$run/report/index.html").text.contains('***')
    build.tellsNothingOf(secret, "target/migration-$run")
}
assert build.log.count('list of processes shows it: false') >= 2
assert build.log.readLines().count { it.contains('chatty ***') } >= 60
build.says('*** was printed one by one')
build.neverSays('list of processes shows it: true')

true
