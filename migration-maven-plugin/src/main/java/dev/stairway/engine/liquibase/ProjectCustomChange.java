package dev.stairway.engine.liquibase;

import liquibase.Scope;
import liquibase.change.ChangeFactory;
import liquibase.change.ChangeMetaData;
import liquibase.change.DatabaseChange;
import liquibase.change.custom.CustomChangeWrapper;
import liquibase.database.Database;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.exception.ValidationErrors;
import liquibase.parser.core.ParsedNode;
import liquibase.parser.core.ParsedNodeException;
import liquibase.resource.ResourceAccessor;

/**
 * A custom change whose class may be missing or broken: then its migration fails and the others run. Liquibase 4 refuses
 * the whole changelog instead, and Liquibase 5 only warns. Public for Liquibase, which makes the instances.
 */
@DatabaseChange(
        name = "customChange",
        description = "Runs a class of the project's",
        priority = ChangeMetaData.PRIORITY_DEFAULT)
public final class ProjectCustomChange extends CustomChangeWrapper {

    private String problem = "";

    /** Takes the place of Liquibase's own, once per JVM. */
    static void install(Scope root) {
        ChangeFactory changes = root.getSingleton(ChangeFactory.class);
        changes.unregister("customChange");
        changes.register(new ProjectCustomChange());
    }

    @Override
    public void load(ParsedNode node, ResourceAccessor resources) throws ParsedNodeException {
        try {
            super.load(node, resources);
        } catch (ParsedNodeException | UnexpectedLiquibaseException | LinkageError failed) {
            if (getClassName() == null) {
                throw failed;
            }
            problem = ": " + Failures.reason(failed);
        }
    }

    @Override
    public ValidationErrors validate(Database database) {
        return loaded() ? super.validate(database) : new ValidationErrors().addError(missing());
    }

    @Override
    public boolean supportsRollback(Database database) {
        return loaded() && super.supportsRollback(database);
    }

    private boolean loaded() {
        return problem.isEmpty() && getCustomChange() != null;
    }

    private String missing() {
        return "The class " + getClassName() + " of this customChange cannot be loaded" + problem;
    }
}
