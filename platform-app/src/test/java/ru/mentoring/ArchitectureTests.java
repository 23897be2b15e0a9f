package ru.mentoring;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rules by which this code is written, as far as a machine can check them. */
class ArchitectureTests {

    private static final String ROOT = "ru.mentoring";

    private static final JavaClasses MAIN =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(ROOT);

    private static final JavaClasses TESTS =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.OnlyIncludeTests())
                    .importPackages(ROOT);

    /** Names that say how something is built and not what it is. */
    private static final Pattern STEREOTYPES =
            Pattern.compile(
                    ".*(Manager|Helper|Util|Utils|Impl|Dto|DTO|Event|Service|Repository|Facade|Mapper)");

    private static final Set<String> STEREOTYPE_PACKAGES =
            Set.of(
                    "dto",
                    "mapper",
                    "impl",
                    "util",
                    "utils",
                    "events",
                    "config",
                    "service",
                    "common",
                    "handlers");

    @Test
    void keepsTheContractOfAModuleFreeOfItsInside() {
        rule(
                noClasses()
                        .that(areContracts())
                        .should()
                        .dependOnClassesThat(
                                resideInAPackage("ru.mentoring..")
                                        .and(DescribedPredicate.not(areContracts()))
                                        .and(
                                                DescribedPredicate.not(
                                                        resideInAPackage("ru.mentoring")))));
    }

    @Test
    void keepsTheContractOfAModuleFreeOfFrameworks() {
        rule(
                noClasses()
                        .that(areContracts())
                        .and(DescribedPredicate.not(resideInAPackage("ru.mentoring.shared")))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "jakarta..",
                                "org.hibernate..",
                                "org.springframework.data..",
                                "org.springframework.web..",
                                "org.springframework.jdbc..",
                                "org.springframework.stereotype.."));
    }

    @Test
    void letsOnlyTheApplicationSitUnderTheBareRoot() {
        assertThat(
                        MAIN.stream()
                                .filter(type -> type.getPackageName().equals(ROOT))
                                .map(JavaClass::getSimpleName))
                .containsExactly("PlatformApplication");
    }

    @Test
    void marksEveryPackageForNullness() {
        var unmarked =
                MAIN.stream()
                        .map(JavaClass::getPackage)
                        .filter(one -> !one.getName().equals(ROOT))
                        .filter(one -> !one.isAnnotatedWith(NullMarked.class))
                        .map(JavaPackage::getName)
                        .distinct();

        assertThat(unmarked).isEmpty();
    }

    /**
     * {@code TenantEvent} is what all events have in common: there the word is the thing itself.
     */
    @Test
    void namesThingsForWhatTheyAre() {
        assertThat(
                        MAIN.stream()
                                .map(JavaClass::getSimpleName)
                                .filter(STEREOTYPES.asMatchPredicate()))
                .containsExactly("TenantEvent");
        assertThat(
                        MAIN.stream()
                                .map(JavaClass::getPackageName)
                                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                                .filter(STEREOTYPE_PACKAGES::contains))
                .isEmpty();
    }

    @Test
    void keepsAggregatesBehindTheirModulesWalls() {
        rule(classes().that().areAnnotatedWith(Entity.class).should().notBePublic());
        rule(classes().that().areAnnotatedWith(AggregateRoot.class).should(haveNoSetter()));
    }

    @Test
    void keepsControllersToThemselves() {
        rule(classes().that().areMetaAnnotatedWith(Controller.class).should().notBePublic());
        rule(
                methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .areMetaAnnotatedWith(Controller.class)
                        .should(notBeTransactional()));
    }

    @Test
    void injectsByConstructorOnly() {
        rule(
                com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields()
                        .should()
                        .beAnnotatedWith(
                                org.springframework.beans.factory.annotation.Autowired.class));
    }

    @Test
    void asksTheClockForTheTime() {
        rule(
                noClasses()
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(LocalDate.class, "now")
                        .orShould()
                        .callMethod(LocalDateTime.class, "now")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .callMethod(Clock.class, "systemUTC"));
    }

    /** A cache answers by id without asking the policies of the database. */
    @Test
    void cachesNothing() {
        rule(methods().should().notBeAnnotatedWith(Cacheable.class));
        rule(noClasses().should().beAnnotatedWith(jakarta.persistence.Cacheable.class));
    }

    /** A second connection within a request starves the pool when everybody needs one at once. */
    @Test
    void opensNoSecondTransactionWithinARequest() {
        rule(methods().should(notOpenASecondTransaction()));
    }

    /** A thread's own storage outlives the request; the scope must not. */
    @Test
    void keepsNothingInThreads() {
        rule(noClasses().should().dependOnClassesThat().areAssignableTo(ThreadLocal.class));
    }

    /** The name is stored with each publication; renaming a class must not orphan them. */
    @Test
    void givesEachListenerAnIdOfItsOwn() {
        var nameless =
                MAIN.stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(ApplicationModuleListener.class))
                        .filter(method ->
                                method.getAnnotationOfType(ApplicationModuleListener.class)
                                        .id()
                                        .isBlank())
                        .map(JavaMethod::getFullName);

        assertThat(nameless).isEmpty();
    }

    /** Only what a command answers goes there, and the application hands that on itself. */
    @Test
    void writesToTheConsoleNowhere() {
        rule(
                noClasses()
                        .that(DescribedPredicate.not(resideInAPackage(ROOT)))
                        .should()
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err")
                        .orShould()
                        .callMethod(Throwable.class, "printStackTrace"));
    }

    @Test
    void testsModulesInOneWay() {
        var raw = List.of(SpringBootTest.class, ApplicationModuleTest.class);
        for (var annotation : raw) {
            assertThat(
                            TESTS.stream()
                                    .filter(type -> type.isAnnotatedWith(annotation))
                                    .filter(type -> !type.isAnnotation())
                                    .map(JavaClass::getName))
                    .isEmpty();
        }
        assertThat(TESTS.stream().filter(type -> type.isAnnotatedWith(Transactional.class)))
                .isEmpty();
    }

    private static void rule(ArchRule rule) {
        rule.allowEmptyShould(true).check(MAIN);
    }

    /** The base package of a module, such as {@code ru.mentoring.tenancy}. */
    private static DescribedPredicate<JavaClass> areContracts() {
        return DescribedPredicate.describe(
                "are contracts",
                type ->
                        type.getPackageName().startsWith(ROOT + ".")
                                && type.getPackageName().indexOf('.', ROOT.length() + 1) < 0);
    }

    private static ArchCondition<JavaClass> haveNoSetter() {
        return new ArchCondition<>("have no setter") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethods().stream()
                        .filter(method -> method.getName().matches("set[A-Z].*"))
                        .forEach(method ->
                                events.add(
                                        SimpleConditionEvent.violated(
                                                method, method.getFullName() + " is a setter")));
            }
        };
    }

    private static ArchCondition<JavaMethod> notBeTransactional() {
        return new ArchCondition<>("not be transactional") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (method.isAnnotatedWith(Transactional.class)
                        && !method.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    method, method.getFullName() + " opens a transaction"));
                }
            }
        };
    }

    private static ArchCondition<JavaMethod> notOpenASecondTransaction() {
        return new ArchCondition<>("not open a second transaction") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (method.isAnnotatedWith(Transactional.class)
                        && method.getAnnotationOfType(Transactional.class).propagation()
                                == Propagation.REQUIRES_NEW) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    method, method.getFullName() + " requires a new transaction"));
                }
            }
        };
    }
}
