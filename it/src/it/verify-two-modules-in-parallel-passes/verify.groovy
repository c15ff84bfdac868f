def build = evaluate(new File(checks))

['billing', 'shipping'].each { module ->
    build.reported("$module/target/migration")
    build.verdictIs("create-$module", 'REVERSIBLE', "$module/target/migration")
    assert build.metrics("$module/target/migration").changelogs.every { it.migrations.size() == 1 }
}
// Maven warns about goals that are not marked thread-safe.
build.neverSays('not marked as @threadSafe', 'are not marked thread-safe')

true
