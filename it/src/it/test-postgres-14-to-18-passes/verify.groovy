def build = evaluate(new File(checks))

build.reported()
assert build.databases() == (14..18).collect { "postgresql $it".toString() }
assert build.metrics().databases.every { it.serverVersion.startsWith(it.version) }
assert build.metrics().versions.collect { [it.scenario, it.databases.size(), it.differences] } == [['empty', 5, []], ['sample', 5, []]]
// The same logical state has the same fingerprint on every major.
assert build.metrics().cells.collect { [it.scenario, it.dataDigest] }.toSet().size() == 2
