def build = evaluate(new File(checks))

build.reported()
build.verdictIs('V007__update_session_key_format', 'REVERSIBLE')
build.verdictIs('V008__flags', 'REVERSIBLE')
assert build.errors().isEmpty(): build.errors()

// One server and two clusters, each with empty and with filled keys: the same verdicts in all of them.
assert build.databases() as Set == ['redis 7.0', 'redis-cluster 6.2', 'redis-cluster 7.0'] as Set
assert build.metrics().cells.size() == 6
