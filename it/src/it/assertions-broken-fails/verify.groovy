def build = evaluate(new File(checks))

def errors = { String rule -> build.errors().findAll { it.rule == rule } }
// The one finding of a rule: at which migration, on which line of the changelog, and with which words.
def holds = { String rule, String migration, List<String> evidence ->
    def found = errors(rule)
    assert found.size() == 1: "$rule: $found"
    def changelog = build.file('src/main/resources/db/changelog/db.changelog-master.sql').readLines()
    assert found[0].migration.contains("::$migration::"): found
    assert found[0].file.endsWith('db.changelog-master.sql'): found
    assert changelog[found[0].line - 1].startsWith("--changeset it:$migration"): found
    assert found[0].evidence == evidence: found
    assert found[0].remedy
    build.says(rule, found[0].title, *evidence)
}

build.reported()
build.failedByMigrations()
holds('assertion-fails', 'pay-interest', [
    'money is neither made nor lost (rules/accounts.sql:3): must not change, and does', 'before: total=100', 'after: total=101'])
holds('orphaned-rows', 'import-payments', [
    '1 row of payment refers to no row of account (foreign key (account_id) to account (id)): id=7'])
holds('unchanged-table-changes', 'rename-country', ['country: values changed in name'])
holds('row-count-rule-broken', 'forget-old-audit', ['audit_entry: 3 rows before, 1 after; never fewer'])
holds('declared-loss-differs', 'forget-old-audit', [
    'declared 1 row for audit_entry (removed), found: 2 rows of audit_entry lost'])

// A slip of the pen in a query is about no migration, and stops none of the others.
def slip = errors('assertion-broken')
assert slip.size() == 1 && !slip[0].migration
assert slip[0].evidence[0].startsWith('rules/accounts.sql:10: '): slip
assert slip[0].evidence[0].contains('syntax error'): slip
build.verdictIs('near-miss-all-rules-kept', 'REVERSIBLE')
assert !build.errors().any { it.migration?.contains('near-miss') }: build.errors()
