def build = evaluate(new File(checks))

build.reported()
build.failedByMigrations('rename-sku-index', 'prices-in-cents')
assert build.databases().collect { it.split(' ')[0] }.toSet() == ['postgresql', 'sqlite'] as Set

// The two planted defects, on both databases, and nothing else.
def broken = build.errors().groupBy { it.migration.split('::')[1] }
assert broken.keySet() == ['rename-sku-index', 'prices-in-cents'] as Set
// A finding without a database holds for all of them.
broken.each { name, findings -> assert findings.any { !it.database } || findings*.database.toSet().size() == 2: name }
build.verdictIs('rename-sku-index', 'ROLLBACK_INCOMPLETE')
build.verdicts('prices-in-cents').each { cell, verdict ->
    assert verdict == (cell.endsWith('/sample') ? 'REVERSIBLE_WITH_DATA_LOSS' : 'REVERSIBLE'): cell
}
assert broken['rename-sku-index'].every { finding -> finding.evidence.any { it.contains('ux_product_sku') } }
assert broken['prices-in-cents'].every { finding -> finding.evidence.any { it.contains('price') } }

// The one loss that the pom declares is no finding, and everything else can be taken back.
assert !broken.containsKey('drop-customer-fax')
assert build.verdicts('drop-customer-fax').every { cell, verdict -> verdict.startsWith('REVERSIBLE') }

if (showDemo == 'true') {
    // Past Maven's own log, so that these are the last lines also when Maven is quiet.
    def out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, 'UTF-8')
    out.println()
    (build.pluginLines + build.failureLines).each { out.println(it) }
    out.println()
    out.println("The shop's build fails, as it should: two of its migrations cannot be taken back.")
    broken.each { name, findings ->
        def worst = findings[0]
        out.println("  $name (${worst.file}:${worst.line}): ${worst.title}")
        worst.evidence.take(2).each { out.println("      $it") }
    }
    out.println("Report: ${new File(basedir, 'target/migration/report/index.html')}")
}

true
