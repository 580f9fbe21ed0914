package org.bmac;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** Holds the structure: which room may know which, and what no room may do. */
class HouseTests {
    private static final ApplicationModules ROOMS = ApplicationModules.of(BmacApplication.class);
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.bmac");

    @Test
    void roomsKeepToTheirArrows() {
        ROOMS.verify();
        new Documenter(ROOMS).writeModulesAsPlantUml();
    }

    @Test
    void onlyScreensKnowVaadin() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..ui..", "org.bmac.chart..")
                .and(not(belongToAnyOf(BmacApplication.class)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.vaadin.flow..")
                .because("screens live in ui, and chart is a component as if it were published")
                .check(CLASSES);
    }

    @Test
    void onlyTheBrokerRoomKnowsAnMqttLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.bmac.broker..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.paho..", "com.hivemq..", "io.netty..", "io.moquette..")
                .check(CLASSES);
    }

    @Test
    void onlyStoresKnowSql() {
        noClasses()
                .that()
                .resideInAnyPackage("..ui..", "org.bmac.point..", "org.bmac.broker..", "org.bmac.floorplan..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")
                .check(CLASSES);
    }

    @Test
    void theVocabularyKnowsNoFramework() {
        noClasses()
                .that()
                .resideInAPackage("org.bmac.point..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "org.bmac.point..", "org.jspecify..", "org.springframework.modulith")
                .check(CLASSES);
    }

    @Test
    void nobodyReadsTheTimeWithoutTheClock() {
        noClasses()
                .that(not(belongToAnyOf(BmacApplication.class)))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .check(CLASSES);
    }

    @Test
    void nobodySleepsOrPrints() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(CLASSES);
    }

    @Test
    void namesSayWhatAClassIs() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Dto")
                .orShould()
                .haveSimpleNameEndingWith("Mapper")
                .check(CLASSES);
    }

    @Test
    void viewsStayInTheirPackage() {
        classes()
                .that()
                .areAnnotatedWith(Route.class)
                .and(assignableTo(Component.class))
                .should()
                .bePackagePrivate()
                .check(CLASSES);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields().should().beAnnotatedWith(Autowired.class).check(CLASSES);
    }

    /** A package-info among the tests would stand before the room's own on the class path, and with it fall its arrows. */
    @Test
    void noTestHidesWhatARoomSaysOfItself() throws IOException {
        Path tests = Path.of("src", "test", "java");
        try (Stream<Path> files = Files.walk(tests)) {
            List<Path> hiding = files.filter(file -> file.endsWith("package-info.java"))
                    .filter(file -> Files.exists(Path.of("src", "main", "java").resolve(tests.relativize(file))))
                    .toList();
            assertThat(hiding).isEmpty();
        }
    }
}
