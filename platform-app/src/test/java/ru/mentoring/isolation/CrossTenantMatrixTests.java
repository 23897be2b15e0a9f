package ru.mentoring.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import ru.mentoring.PlatformTest;
import ru.mentoring.isolation.Endpoints.Endpoint;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.Seasons;
import ru.mentoring.tenancy.domain.PermissionTable;
import ru.mentoringtest.OracleDb;
import ru.mentoringtest.SignedIn;
import ru.mentoringtest.regions.Regions;
import ru.mentoringtest.regions.Regions.Org;

/**
 * Check ISO-01: every endpoint of the application × every role × the own, a sibling's, another
 * district's and another region's organisation, somebody whose role was taken away, and nobody.
 *
 * <p>The list of endpoints is the application's own, so that a new one enters by itself.
 * Organisations are recognised by their names, which are different in each: a foreign name in an
 * answer is a leak.
 */
@PlatformTest
class CrossTenantMatrixTests {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired MockMvc mvc;
    @Autowired Regions regions;
    @Autowired PermissionTable permissions;
    @Autowired Seasons seasons;
    @Autowired OracleDb oracle;

    private record World(Org own, List<Org> foreign, Set<String> foreignNames) {}

    @Test
    void answersForeignOrganisationsAsIfTheyDidNotExist() throws Exception {
        for (var level : List.of(Level.SCHOOL, Level.DISTRICT, Level.REGION)) {
            var world = world(level);
            for (var role : world.own().roles()) {
                var person = world.own().signedIn(role);
                for (var endpoint : endpoints(level)) {
                    for (var foreign : world.foreign()) {
                        var answer = ask(endpoint, foreign.id().value(), person);
                        assertThat(answer.getStatus())
                                .as("%s as %s at a foreign organisation", endpoint, role)
                                .isEqualTo(NOT_FOUND);
                        assertNoForeignName(answer, world, endpoint, role);
                    }
                }
            }
        }
    }

    @Test
    void asksEveryRoleForItsPermission() throws Exception {
        for (var level : List.of(Level.SCHOOL, Level.DISTRICT, Level.REGION)) {
            var world = world(level);
            for (var role : world.own().roles()) {
                var person = world.own().signedIn(role);
                var may = permissions.of(Set.of(role));
                for (var endpoint : endpoints(level)) {
                    var answer = ask(endpoint, world.own().id().value(), person);
                    var allowed = may.contains(endpoint.permission().orElseThrow());
                    if (allowed) {
                        assertThat(answer.getStatus())
                                .as("%s as %s", endpoint, role)
                                .isNotEqualTo(FORBIDDEN)
                                .isLessThan(500);
                    } else {
                        assertThat(answer.getStatus())
                                .as("%s as %s", endpoint, role)
                                .isEqualTo(FORBIDDEN);
                    }
                    assertNoForeignName(answer, world, endpoint, role);
                }
            }
        }
    }

    @Test
    void letsNobodyInWhoIsNotSignedInOrNoLongerHasARole() throws Exception {
        for (var level : List.of(Level.SCHOOL, Level.DISTRICT, Level.REGION)) {
            var own = world(level).own();
            var stranger = SignedIn.as(UUID.randomUUID().toString());
            for (var endpoint : endpoints(level)) {
                var unsigned = ask(endpoint, own.id().value(), request -> request);
                assertThat(unsigned.getStatus())
                        .as("%s without a login", endpoint)
                        .isIn(302, 401, FORBIDDEN);
                assertThat(ask(endpoint, own.id().value(), stranger).getStatus())
                        .as("%s without a role", endpoint)
                        .isEqualTo(NOT_FOUND);
            }
        }
    }

    /** Ids of another school's rows under the own school's address. */
    @Test
    void findsNoForeignRowUnderTheOwnAddress() throws Exception {
        var region = regions.fresh();
        var own = region.district().school();
        var foreign = regions.fresh().district().school();
        furnish(foreign);
        var before = rowsOf(foreign);
        var random = UUID.randomUUID().toString();

        for (var role : own.roles()) {
            var person = own.signedIn(role);
            for (var endpoint : endpoints(Level.SCHOOL)) {
                if (endpoint.variables().isEmpty()) {
                    continue;
                }
                for (var id : idsOf(foreign)) {
                    assertSameAnswer(endpoint, own, person, id.toString(), random);
                }
            }
        }

        assertThat(rowsOf(foreign)).isEqualTo(before);
    }

    /** The check is able to fail: the own organisation's pages do answer. */
    @Test
    void answersTheOwnPages() throws Exception {
        var own = regions.fresh().district().school();

        var answer =
                mvc.perform(
                                MockMvcRequestBuilders.get(own.path("/home"))
                                        .with(own.signedIn(Role.CURATOR)))
                        .andReturn()
                        .getResponse();

        assertThat(answer.getStatus()).isEqualTo(OK);
        assertThat(answer.getContentAsString()).contains(name(own));
    }

    private void furnish(Org school) throws Exception {
        SchoolAtWork.furnish(mvc, school);
        assertThat(filled(school))
                .as("what a school has that could leak")
                .contains(
                        "participants.consent",
                        "participants.import_file",
                        "participants.person",
                        "programs.mentorship",
                        "roadmaps.roadmap",
                        "roadmaps.upload");
    }

    private List<String> filled(Org org) {
        return tenantTables().stream()
                .filter(table ->
                        oracle.jdbc()
                                .sql(
                                        "select exists (select 1 from %s where org_id = ?)"
                                                .formatted(table))
                                .param(org.id().value())
                                .query(Boolean.class)
                                .single())
                .toList();
    }

    /** Somebody else's id must be answered like one that exists nowhere. */
    private void assertSameAnswer(
            Endpoint endpoint,
            Org own,
            RequestPostProcessor person,
            String foreignId,
            String unknownId)
            throws Exception {
        var foreign = ask(endpoint, own.id().value(), person, foreignId);
        var unknown = ask(endpoint, own.id().value(), person, unknownId);

        assertThat(foreign.getStatus())
                .as("%s with a foreign id", endpoint)
                .isEqualTo(unknown.getStatus())
                .isLessThan(500);
        assertThat(foreign.getStatus()).as("%s with a foreign id", endpoint).isNotEqualTo(OK);
    }

    private List<Endpoint> endpoints(Level level) {
        var endpoints =
                Endpoints.of(mapping).stream()
                        .filter(one -> one.level().filter(level::equals).isPresent())
                        .toList();
        assertThat(endpoints).as("endpoints of %s", level).isNotEmpty();
        return endpoints;
    }

    private World world(Level level) {
        var region = regions.fresh();
        var district = region.district();
        var otherDistrict = region.district();
        var beyond = regions.fresh();
        var beyondDistrict = beyond.district();
        var foreign =
                switch (level) {
                    case SCHOOL ->
                            List.<Org>of(
                                    district.school(),
                                    otherDistrict.school(),
                                    region.school(),
                                    beyondDistrict.school());
                    case DISTRICT -> List.<Org>of(otherDistrict, beyondDistrict);
                    case REGION -> List.<Org>of(beyond);
                    case ROLLUP -> List.<Org>of();
                };
        var own =
                switch (level) {
                    case SCHOOL -> district.school();
                    case DISTRICT -> district;
                    case REGION, ROLLUP -> region;
                };
        return new World(
                own, foreign, foreign.stream().map(this::name).collect(Collectors.toSet()));
    }

    private String name(Org org) {
        return oracle.jdbc()
                .sql("select name from sec.org where id = ?")
                .param(org.id().value())
                .query(String.class)
                .single();
    }

    private MockHttpServletResponse ask(Endpoint endpoint, UUID org, RequestPostProcessor person)
            throws Exception {
        return ask(endpoint, org, person, UUID.randomUUID().toString());
    }

    private MockHttpServletResponse ask(
            Endpoint endpoint, UUID org, RequestPostProcessor person, String id) throws Exception {
        var values = new HashMap<String, String>();
        endpoint.variables().forEach(name -> values.put(name, id));
        var method =
                endpoint.method() == RequestMethod.GET
                        ? HttpMethod.GET
                        : HttpMethod.valueOf(endpoint.method().name());
        var request =
                MockMvcRequestBuilders.request(method, endpoint.address(org.toString(), values))
                        .with(person);
        if (endpoint.method() != RequestMethod.GET) {
            request.with(SignedIn.form());
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private static void assertNoForeignName(
            MockHttpServletResponse answer, World world, Endpoint endpoint, Role role)
            throws Exception {
        var body = answer.getContentAsString();
        assertThat(world.foreignNames().stream().filter(body::contains))
                .as("%s as %s", endpoint, role)
                .isEmpty();
    }

    /** The ids of some rows of each table that an organisation owns. */
    private List<UUID> idsOf(Org org) {
        var ids = new ArrayList<UUID>();
        for (var table : tenantTables()) {
            ids.addAll(
                    oracle.jdbc()
                            .sql("select id from %s where org_id = ? limit 1".formatted(table))
                            .param(org.id().value())
                            .query(UUID.class)
                            .list());
        }
        assertThat(ids).as("foreign rows that could leak").isNotEmpty();
        return ids;
    }

    /** All rows of an organisation as one text a table, to notice any change. */
    private Map<String, String> rowsOf(Org org) {
        var rows = new TreeMap<String, String>();
        for (var table : tenantTables()) {
            rows.put(
                    table,
                    oracle.jdbc()
                            .sql(
                                    "select coalesce(md5(string_agg(t::text, '|' order by t.id)), '') from %s t where org_id = ?"
                                            .formatted(table))
                            .param(org.id().value())
                            .query(String.class)
                            .single());
        }
        return rows;
    }

    /** The links of the audit chain repeat ids of entries and come by a schedule. */
    private List<String> tenantTables() {
        return oracle.jdbc()
                .sql(
                        """
                        select n.nspname || '.' || c.relname
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p') and n.nspname not in ('sec', 'infra') and n.nspname not like 'pg\\_%'
                          and (n.nspname, c.relname) <> ('audit', 'link')
                          and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id')
                          and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'id')
                        order by 1
                        """)
                .query(String.class)
                .list();
    }
}
