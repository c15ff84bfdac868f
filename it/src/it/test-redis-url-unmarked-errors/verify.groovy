def build = evaluate(new File(checks))

build.failedBySetup('not marked as disposable', 'redis://127.0.0.1:1/3', '<redisDisposable>127.0.0.1:1/3</redisDisposable>')
build.reported()

// The password of the environment went to the run and nowhere else.
assert !new File(basedir, 'build.log').text.contains('canary-51e0')
new File(basedir, 'target').eachFileRecurse(groovy.io.FileType.FILES) { assert !it.text.contains('canary-51e0') }
