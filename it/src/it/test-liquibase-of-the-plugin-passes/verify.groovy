def build = evaluate(new File(checks))

build.reported()
build.verdictIs('written-in-java', 'REVERSIBLE')
def changelog = build.metrics().changelogs[0]
assert changelog.engineVersion.startsWith('5.')
assert changelog.engineOrigin == 'from the dependencies of the plugin'
assert new File(basedir, 'build.log').text.contains(" ${changelog.engineVersion} from the dependencies of the plugin, 1 migrations)")
