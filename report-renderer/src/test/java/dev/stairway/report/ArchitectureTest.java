package dev.stairway.report;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The report only draws: a file goes in, files come out, each room knows the ones before it. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.stairway.report");

    @Test
    void theRendererKnowsNeitherMavenNorADatabase() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.maven..", "java.sql..", "javax.sql..", "java.net..")
                .check(CLASSES);
    }

    @Test
    void theDocumentKnowsNoRoomAfterIt() {
        noClasses()
                .that()
                .resideInAPackage("..document..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..view..", "..page..", "..export..")
                .check(CLASSES);
    }

    @Test
    void thePageModelIsPure() {
        noClasses()
                .that()
                .resideInAPackage("..view..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..page..", "..export..", "java.nio.file..", "java.io..", "org.thymeleaf..")
                .check(CLASSES);
    }

    @Test
    void pageAndExportDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage("..page..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..export..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("..export..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..page..")
                .check(CLASSES);
    }
}
