package dev.stairway;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.stream.Stream;

/** Classes may use their own room and the named rooms below it; other people's packages are not this rule's business. */
final class OnlyOwnRooms extends ArchCondition<JavaClass> {

    private final DescribedPredicate<JavaClass> allowed;

    OnlyOwnRooms(String own, String... below) {
        super("use only the rooms below it " + Arrays.toString(below));
        this.allowed = JavaClass.Predicates.resideInAnyPackage(
                Stream.concat(Stream.of(own), Arrays.stream(below)).toArray(String[]::new));
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
        for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
            JavaClass target = dependency.getTargetClass();
            if (target.getPackageName().startsWith("dev.stairway.") && !allowed.test(target)) {
                events.add(SimpleConditionEvent.violated(item, dependency.getDescription()));
            }
        }
    }
}
