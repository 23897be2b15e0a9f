package ru.mentoring.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import ru.mentoring.PlatformTest;
import ru.mentoring.isolation.Endpoints;
import ru.mentoring.isolation.Endpoints.Endpoint;
import ru.mentoring.isolation.SchoolAtWork;
import ru.mentoring.tenancy.Audit;
import ru.mentoring.tenancy.Reads;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.domain.PermissionTable;
import ru.mentoring.tenancy.domain.Right;
import ru.mentoringtest.OracleDb;
import ru.mentoringtest.regions.Regions;
import ru.mentoringtest.regions.Regions.Org;

/**
 * Check DAT-01: every command, and every page that shows what only few may see, writes the audit
 * trail.
 *
 * <p>Commands and pages are the application's own list. Whether a command writes is followed
 * through the compiled code, from its handler over every call and every implementation behind an
 * interface. That it does so in the transaction of the change is the trail's own doing: it refuses
 * to write outside one.
 */
@PlatformTest
class AuditCoverageTests {

    private static final String TYPING =
            "a few names while somebody types; what is opened then is recorded";

    private static final String OWN_LETTERS =
            "how somebody is written to, and that they have read it; nobody else is touched";

    /** Commands that change nothing that belongs to anybody, each with its reason. */
    private static final Map<String, String> WITHOUT_TRAIL =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry(
                                    "POST /language", "the reader's own choice, kept in a cookie"),
                            Map.entry("POST /a11y", "the reader's own choice, kept in a cookie"),
                            Map.entry("POST /s/{org}/find/quick", TYPING),
                            Map.entry("POST /d/{org}/find/quick", TYPING),
                            Map.entry("POST /r/{org}/find/quick", TYPING),
                            Map.entry("POST /s/{org}/home/settings", OWN_LETTERS),
                            Map.entry("POST /d/{org}/home/settings", OWN_LETTERS),
                            Map.entry("POST /r/{org}/home/settings", OWN_LETTERS),
                            Map.entry("POST /s/{org}/notices/seen", OWN_LETTERS),
                            Map.entry("POST /d/{org}/notices/seen", OWN_LETTERS),
                            Map.entry("POST /r/{org}/notices/seen", OWN_LETTERS)));

    /** Pages below a permission for special data that show none. */
    private static final Map<String, String> SHOWS_NOBODY =
            new TreeMap<>(
                    Map.of(
                            "GET /s/{org}/people/new", "an empty form",
                            "GET /s/{org}/import", "an empty form",
                            "GET /s/{org}/import/{id}/progress", "counts only"));

    /** Things whose pages name children or say what only few may know of somebody. */
    private static final Set<String> SPECIAL =
            Set.of(
                    "mentee-register",
                    "mentor-register",
                    "consents",
                    "pairs",
                    "meeting-journal",
                    "safety-checks");

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("ru.mentoring");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired PermissionTable permissions;
    @Autowired MockMvc mvc;
    @Autowired Regions regions;
    @Autowired OracleDb oracle;

    @Test
    void writesTheTrailWithEveryCommand() {
        var commands =
                Endpoints.of(mapping).stream()
                        .filter(endpoint -> endpoint.method() != RequestMethod.GET)
                        .toList();
        var silent =
                commands.stream()
                        .filter(endpoint -> reads(endpoint) == null)
                        .filter(endpoint -> !writes(CLASSES, endpoint.handler().getMethod()))
                        .map(Endpoint::toString)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(commands).hasSizeGreaterThan(30);
        assertThat(silent).isEqualTo(WITHOUT_TRAIL.keySet());
    }

    @Test
    void writesTheTrailWithEveryPageOfSpecialData() {
        var silent =
                specialPages()
                        .filter(page -> reads(page) == null)
                        .filter(page -> !writes(CLASSES, page.handler().getMethod()))
                        .map(Endpoint::toString)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(specialPages()).hasSizeGreaterThan(10);
        assertThat(silent).isEqualTo(SHOWS_NOBODY.keySet());
    }

    @Test
    void recordsWhoOpensThem() throws Exception {
        var school = regions.fresh().district().school();
        SchoolAtWork.furnish(mvc, school);
        var marked =
                Endpoints.of(mapping).stream()
                        .filter(page -> page.method() == RequestMethod.GET && reads(page) != null)
                        .collect(Collectors.toMap(Endpoint::toString, page -> page));

        var opened = new TreeMap<String, String>();
        for (var page : marked.values()) {
            var action = reads(page).value();
            for (var address : addresses(page, school)) {
                long before = entries(school, action);
                if (opens(school, address)) {
                    opened.put(
                            page.toString(),
                            entries(school, action) == before + 1 ? "recorded" : "not recorded");
                    break;
                }
            }
        }

        assertThat(opened.keySet()).isEqualTo(new TreeSet<>(marked.keySet()));
        assertThat(opened.values()).containsOnly("recorded");
    }

    @Test
    void recordsWhoWasRefused() throws Exception {
        var school = regions.fresh().district().school();

        mvc.perform(
                        MockMvcRequestBuilders.get(school.path("/mentees"))
                                .with(school.signedIn(Role.SITE_EDITOR)))
                .andReturn();

        assertThat(
                        oracle.jdbc()
                                .sql(
                                        "select fields from audit.entry where org_id = ? and result = 'REFUSED' and role = 'SITE_EDITOR'")
                                .param(school.id().value())
                                .query(String.class)
                                .list())
                .containsExactly("person.view");
    }

    /** The check is able to fail: a command that tells nobody is found, behind every turn. */
    @Test
    void findsACommandThatTellsNobody() throws NoSuchMethodException {
        var planted =
                new ClassFileImporter()
                        .importClasses(Secretive.class, Told.class, Teller.class, Audit.class);

        assertThat(writes(planted, Secretive.class.getDeclaredMethod("secretly"))).isFalse();
        assertThat(writes(planted, Secretive.class.getDeclaredMethod("openly"))).isTrue();
    }

    private Stream<Endpoint> specialPages() {
        return Endpoints.of(mapping).stream()
                .filter(endpoint -> endpoint.method() == RequestMethod.GET)
                .filter(endpoint ->
                        endpoint.permission().stream()
                                .flatMap(name -> permissions.rights(name).stream())
                                .anyMatch(right ->
                                        SPECIAL.contains(right.object())
                                                && right.action() != Right.Action.FIGURES));
    }

    private static Reads reads(Endpoint page) {
        return page.handler().getMethodAnnotation(Reads.class);
    }

    /** The addresses of a page for one row of each table of the school. */
    private List<String> addresses(Endpoint page, Org school) {
        var org = school.id().value().toString();
        if (page.variables().isEmpty()) {
            return List.of(page.address(org, Map.of()));
        }
        var people = ids("participants.person", school);
        return Stream.of("participants.person", "participants.consent", "programs.mentorship")
                .flatMap(table -> ids(table, school).stream())
                .flatMap(id ->
                        people.stream()
                                .map(person -> {
                                    var values = new HashMap<String, String>();
                                    page.variables()
                                            .forEach(name ->
                                                    values.put(
                                                            name,
                                                            name.equals("person") ? person : id));
                                    return page.address(org, values);
                                }))
                .distinct()
                .toList();
    }

    private List<String> ids(String table, Org school) {
        return oracle
                .jdbc()
                .sql("select id from %s where org_id = ?".formatted(table))
                .param(school.id().value())
                .query(UUID.class)
                .list()
                .stream()
                .map(UUID::toString)
                .toList();
    }

    private boolean opens(Org school, String address) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get(address).with(school.signedIn(Role.CURATOR)))
                        .andReturn()
                        .getResponse()
                        .getStatus()
                == HttpStatus.OK.value();
    }

    private long entries(Org school, String action) {
        return oracle.jdbc()
                .sql("select count(*) from audit.entry where org_id = ? and action = ?")
                .params(school.id().value(), action)
                .query(Long.class)
                .single();
    }

    /** Says whether a method reaches the audit trail. */
    private static boolean writes(JavaClasses classes, Method start) {
        var waiting = new ArrayDeque<JavaCodeUnit>();
        var seen = new HashSet<String>();
        waiting.add(
                classes.get(start.getDeclaringClass())
                        .getMethod(start.getName(), start.getParameterTypes()));
        while (!waiting.isEmpty()) {
            var unit = waiting.poll();
            if (!seen.add(unit.getFullName())) {
                continue;
            }
            for (var access : accesses(unit)) {
                if (access.getTargetOwner().isEquivalentTo(Audit.class)) {
                    return true;
                }
                targets(access.getTarget()).forEach(waiting::add);
            }
        }
        return false;
    }

    private static List<JavaCodeUnitAccess<?>> accesses(JavaCodeUnit unit) {
        return Stream.concat(
                        Stream.<JavaCodeUnitAccess<?>>concat(
                                unit.getMethodCallsFromSelf().stream(),
                                unit.getConstructorCallsFromSelf().stream()),
                        unit.getMethodReferencesFromSelf().stream())
                .collect(Collectors.toList());
    }

    /** What a call may run: the method itself, and whatever overrides it further down. */
    private static Stream<JavaCodeUnit> targets(CodeUnitAccessTarget target) {
        var own = target.resolveMember().stream();
        var below =
                target.getOwner().getAllSubclasses().stream()
                        .flatMap(type -> overriding(type, target));
        return Stream.concat(own, below);
    }

    private static Stream<JavaMethod> overriding(JavaClass type, CodeUnitAccessTarget target) {
        return type.getMethods().stream()
                .filter(method ->
                        method.getName().equals(target.getName())
                                && method.getRawParameterTypes().size()
                                        == target.getRawParameterTypes().size());
    }

    /** A command of which nobody hears, beside one that goes about it by several turns. */
    static class Secretive {

        private final Teller teller;

        Secretive(Teller teller) {
            this.teller = teller;
        }

        void secretly() {
            teller.toString();
        }

        void openly() {
            Runnable later = () -> teller.tell();
            later.run();
        }
    }

    interface Teller {

        void tell();
    }

    static class Told implements Teller {

        private final Audit audit;

        Told(Audit audit) {
            this.audit = audit;
        }

        @Override
        public void tell() {
            audit.record("told.once", "nothing", new UUID(0, 0));
        }
    }
}
