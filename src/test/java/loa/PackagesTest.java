package loa;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may use whom: data flows source → article → store → feed → web, and each library has its place. */
class PackagesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("loa");

    /** Each package, and the packages of ours that it may use. */
    private static final Map<String, List<String>> USES = Map.ofEntries(
            Map.entry("language", List.of()),
            Map.entry("article", List.of()),
            Map.entry("fetch", List.of("article", "language")),
            Map.entry("page", List.of("article", "fetch", "language")),
            Map.entry("listing", List.of("article", "language", "page")),
            Map.entry("content", List.of("article", "language", "page")),
            Map.entry("entry", List.of("article", "fetch", "language", "page")),
            Map.entry("source", List.of("article", "content", "entry", "fetch", "language", "listing", "page")),
            Map.entry("store", List.of("article", "language")),
            Map.entry(
                    "trial", List.of("article", "content", "entry", "fetch", "language", "listing", "page", "source")),
            Map.entry("collect", List.of("article", "content", "fetch", "language", "page", "source", "store")),
            Map.entry("feed", List.of("article", "language", "store")),
            Map.entry("web", List.of("article", "feed", "language", "store")),
            Map.entry(
                    "config",
                    List.of(
                            "article",
                            "content",
                            "entry",
                            "feed",
                            "fetch",
                            "language",
                            "listing",
                            "page",
                            "source",
                            "store",
                            "web")));

    /** Each library, and the packages that may use it. */
    private static final Map<String, List<String>> LIBRARIES = Map.ofEntries(
            Map.entry("io.javalin", List.of("web")),
            Map.entry("org.eclipse.jetty", List.of("web")),
            Map.entry("jakarta.servlet", List.of("web")),
            Map.entry("gg.jte", List.of("web")),
            Map.entry("com.rometools", List.of("entry", "feed")),
            Map.entry("org.jdom2", List.of("entry", "feed")),
            Map.entry("com.github.benmanes.caffeine", List.of("feed", "fetch")),
            Map.entry("com.aayushatharva.brotli4j", List.of("feed")),
            Map.entry("org.jsoup", List.of("article", "entry", "page", "listing", "content", "source", "feed")),
            Map.entry("okhttp3", List.of("fetch")),
            Map.entry("okio", List.of("fetch")),
            Map.entry("crawlercommons", List.of("fetch")),
            Map.entry("org.jdbi", List.of("store")),
            Map.entry("org.flywaydb", List.of("store")),
            Map.entry("com.zaxxer", List.of("store")),
            Map.entry("com.github.kagkarlsson", List.of("collect")),
            Map.entry("com.fasterxml.jackson.dataformat", List.of("config", "entry")),
            Map.entry("org.commonmark", List.of("entry")),
            Map.entry(
                    "com.fasterxml.jackson.core",
                    List.of("config", "entry", "feed", "page", "listing", "trial", "web")),
            Map.entry("org.xml.sax", List.of("entry")),
            Map.entry("org.yaml.snakeyaml", List.of("config")),
            Map.entry("org.apache.commons.text", List.of("config")),
            Map.entry("org.slf4j", List.of("", "collect", "web")),
            Map.entry("ch.qos.logback", List.of("")),
            Map.entry("picocli", List.of("")));

    static Stream<Arguments> uses() {
        return USES.entrySet().stream().map(use -> Arguments.of(use.getKey(), use.getValue()));
    }

    static Stream<Arguments> libraries() {
        return LIBRARIES.entrySet().stream().map(library -> Arguments.of(library.getKey(), library.getValue()));
    }

    @ParameterizedTest(name = "{0} uses only {1}")
    @MethodSource("uses")
    void pointsInward(String user, List<String> used) {
        String[] others = Stream.concat(USES.keySet().stream(), Stream.of(""))
                .filter(name -> !used.contains(name) && !name.equals(user))
                .map(PackagesTest::of)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(of(user))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(CLASSES);
    }

    @ParameterizedTest(name = "{0} is used only by {1}")
    @MethodSource("libraries")
    void keepsALibraryInItsPlace(String library, List<String> users) {
        String[] allowed = users.stream().map(PackagesTest::of).toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library + "..")
                .check(CLASSES);
    }

    @Test
    void usesNoLibraryThatHasNoPlace() {
        Set<String> homeless = CLASSES.stream()
                .flatMap(user -> user.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(used -> !used.isPrimitive())
                .map(JavaClass::getPackageName)
                .filter(name -> !name.startsWith("java") && !name.startsWith("loa") && !name.startsWith("org.jspecify"))
                .filter(name -> LIBRARIES.keySet().stream().noneMatch(name::startsWith))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), homeless);
    }

    @Test
    void hasNoCycles() {
        slices().matching("loa.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void knowsEveryPackage() {
        Set<String> packages = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.equals("loa"))
                .map(name -> name.substring("loa.".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(USES.keySet()), packages);
    }

    @Test
    void saysInEachPackageThatNullIsTheException() throws ClassNotFoundException {
        for (String name : Stream.concat(USES.keySet().stream(), Stream.of("")).toList()) {
            Class<?> info = Class.forName(of(name) + ".package-info");
            assertTrue(info.isAnnotationPresent(NullMarked.class), info.getName());
        }
    }

    @Test
    void printsNothingPastTheTerminal() {
        noClasses().should().accessField(System.class, "out").check(CLASSES);
        noClasses().should().accessField(System.class, "err").check(CLASSES);
        noClasses().should().callMethod(Throwable.class, "printStackTrace").check(CLASSES);
    }

    @Test
    void namesNoClassAfterItsRoleInsteadOfItsThing() {
        classes()
                .should()
                .haveNameNotMatching(".*(Manager|Service|Helper|Util|Utils|Impl|Data|Dto|Model)")
                .check(CLASSES);
    }

    private static String of(String name) {
        return name.isEmpty() ? "loa" : "loa." + name;
    }
}
