package dev.sluice.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.ZoneId;
import java.util.Date;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;

/** The plan of the house. Each rule says how to mend a breach of it. */
@AnalyzeClasses(packages = "dev.sluice", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest
  static final ArchRule schemasKnowNeitherBeamNorHttpNorOtherRooms =
      noClasses()
          .that()
          .resideInAPackage("dev.sluice.schemas..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.beam..",
              "org.apache.hc..",
              "java.net.http..",
              "dev.sluice.transforms..",
              "dev.sluice.pipelines..",
              "dev.sluice.simulator..")
          .because(
              "schemas only says what the data looks like; move whatever gets or moves data to"
                  + " transforms");

  @ArchTest
  static final ArchRule transformsDoNotKnowWhoStartsThem =
      noClasses()
          .that()
          .resideInAPackage("dev.sluice.transforms..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.sluice.pipelines..", "dev.sluice.simulator..")
          .because("data flows pipelines -> transforms -> schemas; pass what is needed as a value");

  @ArchTest
  static final ArchRule theClientAndTheQueriesDoNotKnowBeam =
      noClasses()
          .that()
          .resideInAnyPackage("dev.sluice.transforms.jira..", "dev.sluice.transforms.jql..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.beam..")
          .because(
              "they are used and tested without a pipeline; wire them in a PTransform instead");

  @ArchTest
  static final ArchRule queriesArePure =
      noClasses()
          .that()
          .resideInAPackage("dev.sluice.transforms.jql..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.hc..", "dev.sluice.transforms.jira..", "java.nio.file..")
          .because("a plan is a function of counts; pass the counter in");

  @ArchTest
  static final ArchRule nobodyNeedsTheLocalWarehouse =
      noClasses()
          .that(DescribedPredicate.not(resideInAPackage("dev.sluice.duckdb..")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.sluice.duckdb..", "org.duckdb..")
          .because(
              "a cluster's class path does without it; ask LocalWarehouse.installed() whether it is"
                  + " there");

  @ArchTest
  static final ArchRule theLocalWarehouseDoesNotKnowWhoStartsIt =
      noClasses()
          .that()
          .resideInAPackage("dev.sluice.duckdb..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.sluice.pipelines..", "dev.sluice.simulator..")
          .because("pipelines find it at run time; the arrow back would be a circle");

  @ArchTest
  static final ArchRule theSimulatorIsJiraNotUs =
      noClasses()
          .that()
          .resideInAPackage("dev.sluice.simulator..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.sluice.schemas..", "dev.sluice.transforms..", "dev.sluice.pipelines..")
          .because("a mirror made of our own code would agree with our mistakes");

  @ArchTest
  static final ArchRule onlyTheVerbsTouchTheSimulator =
      noClasses()
          .that(
              resideInAPackage("dev.sluice.pipelines..")
                  .and(DescribedPredicate.not(resideInAPackage("dev.sluice.pipelines.cli.."))))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.sluice.simulator..")
          .because("only demo and simulate start a simulated Jira; the product talks to any Jira");

  @ArchTest
  static final ArchRule doFnsAreHidden =
      classes()
          .that(are(assignableTo(DoFn.class)))
          .should()
          .notBePublic()
          .because("a DoFn is a detail of its PTransform: nest it there, private");

  @ArchTest
  static final ArchRule transformsHaveAFileOfTheirOwn =
      classes()
          .that(are(assignableTo(PTransform.class)))
          .should()
          .beTopLevelClasses()
          .andShould()
          .haveModifier(JavaModifier.FINAL)
          .because("one PTransform a file, and nobody subclasses it");

  @ArchTest
  static final ArchRule timeHasNoHiddenZone =
      noClasses()
          .should()
          .callMethod(ZoneId.class, "systemDefault")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Date.class)
          .because("every instant is UTC; pass a ZoneId where a zone is really meant");

  @ArchTest
  static final ArchRule onlyTheCommandLineTalksToTheTerminal =
      noClasses()
          .that(DescribedPredicate.not(resideInAPackage("dev.sluice.pipelines.cli..")))
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(System.class, "exit", int.class)
          .because("results go to stdout and logs to stderr in one place, the command line");

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      noClasses()
          .should()
          .haveNameMatching(".*(Util|Utils|Helper|Manager|Base|Impl|Common)")
          .because("such a name fits anything; say what the class is");

  @ArchTest
  static final ArchRule roomsDoNotGoInCircles =
      slices()
          .matching("dev.sluice.(*).(*)..")
          .should()
          .beFreeOfCycles()
          .because(
              "two packages that need each other are one package, or one type is in the wrong room");

  private static DescribedPredicate<JavaClass> are(DescribedPredicate<JavaClass> predicate) {
    return predicate.and(resideInAnyPackage("dev.sluice.."));
  }
}
