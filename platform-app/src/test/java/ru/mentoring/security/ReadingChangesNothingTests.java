package ru.mentoring.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import ru.mentoring.PlatformTest;
import ru.mentoring.isolation.Endpoints;
import ru.mentoring.isolation.Endpoints.Endpoint;
import ru.mentoring.isolation.SchoolAtWork;
import ru.mentoring.shared.Open;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.Role;
import ru.mentoringtest.OracleDb;
import ru.mentoringtest.regions.Regions;
import ru.mentoringtest.regions.Regions.Org;

/**
 * Check WEB-01, second half: a link, an image or a browser that fetches ahead changes no row. All
 * pages are read, with the ids of all rows that a school has, and no table may differ afterwards.
 */
@PlatformTest
class ReadingChangesNothingTests {

    /**
     * What reading leaves behind on purpose: how often somebody came, what the schedule does beside
     * the test (it seals the audit trail of what was done before), and the school year, which is
     * opened by whoever first asks for it.
     */
    private static final Set<String> APART =
            Set.of(
                    "infra.spring_session",
                    "infra.spring_session_attributes",
                    "infra.shedlock",
                    "infra.rate_limit",
                    "sec.audit_tail",
                    "tenancy.season");

    /** Who read special data. */
    private static final String RECORD_OF_READING = "audit.";

    /** Made by whichever comes first, the schedule or a page. */
    private static final String OF_THE_SYSTEM = "sec.assignment";

    @Autowired MockMvc mvc;
    @Autowired Regions regions;
    @Autowired OracleDb oracle;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Test
    void leavesEveryTableAsItWas() throws Exception {
        var region = regions.fresh();
        var district = region.district();
        var school = district.school();
        SchoolAtWork.furnish(mvc, school);
        var people =
                Map.of(
                        Level.SCHOOL, person(school, Role.CURATOR),
                        Level.DISTRICT, person(district, district.roles().iterator().next()),
                        Level.REGION, person(region, region.roles().iterator().next()));
        var rows = rows(school);
        var before = tables();

        var shown = new TreeSet<String>();
        for (var page : pages()) {
            var person = people.get(page.level().orElse(Level.SCHOOL));
            for (var address : addresses(page, person.place(), rows)) {
                var answer =
                        mvc.perform(MockMvcRequestBuilders.get(address).with(person.login()))
                                .andReturn()
                                .getResponse();
                if (answer.getStatus() == HttpStatus.OK.value()) {
                    shown.add(page.pattern());
                }
            }
        }

        assertThat(changed(before, tables())).isEmpty();
        assertThat(shown).as("pages that did show something").hasSizeGreaterThan(25);
        System.getLogger("WEB-01")
                .log(
                        System.Logger.Level.INFO,
                        "{0} pages read, {1} of them with something on them",
                        pages().size(),
                        shown.size());
    }

    /** The check is able to fail: a page that writes is noticed. */
    @Test
    void noticesAPageThatWrites() throws Exception {
        Method method = Curious.class.getDeclaredMethod("page");
        var info = RequestMappingInfo.paths("/language/counted").methods(RequestMethod.GET).build();
        mapping.registerMapping(info, new Curious(oracle), method);
        try {
            var person = person(regions.fresh(), Role.REGION_ADMIN);
            var before = tables();

            mvc.perform(MockMvcRequestBuilders.get("/language/counted").with(person.login()))
                    .andReturn();

            assertThat(changed(before, tables())).containsExactly("infra.form_key");
        } finally {
            mapping.unregisterMapping(info);
        }
    }

    private record Someone(
            Org place, org.springframework.test.web.servlet.request.RequestPostProcessor login) {}

    private static Someone person(Org place, Role role) {
        return new Someone(place, place.signedIn(role));
    }

    private List<Endpoint> pages() {
        return Endpoints.of(mapping).stream()
                .filter(endpoint -> endpoint.method() == RequestMethod.GET)
                .filter(endpoint -> !endpoint.pattern().startsWith("/api/"))
                .toList();
    }

    private static List<String> addresses(Endpoint page, Org place, List<Row> rows) {
        var org = place.id().value().toString();
        var variables = page.variables();
        if (variables.isEmpty()) {
            return List.of(page.address(org, Map.of()));
        }
        var addresses = new ArrayList<String>();
        for (var first : rows) {
            var seconds =
                    variables.size() == 1
                            ? List.of(first)
                            : rows.stream().filter(first::isOfTheSameModule).toList();
            for (var second : seconds) {
                var values = new HashMap<String, String>();
                values.put(variables.getFirst(), first.id());
                variables.stream().skip(1).forEach(name -> values.put(name, second.id()));
                addresses.add(page.address(org, values));
            }
        }
        return addresses;
    }

    /** A row that a page may be about. */
    private record Row(String table, String id) {

        boolean isOfTheSameModule(Row other) {
            return table.split("\\.")[0].equals(other.table.split("\\.")[0]);
        }
    }

    /** One row of each table that belongs to the school. */
    private List<Row> rows(Org school) {
        var rows = new ArrayList<Row>();
        rows.add(new Row("sec.org", school.id().value().toString()));
        for (var table : oracle.jdbc().sql(TABLES_WITH_ID).query(String.class).list()) {
            oracle.jdbc()
                    .sql("select id from %s where org_id = ? order by id limit 1".formatted(table))
                    .param(school.id().value())
                    .query(UUID.class)
                    .list()
                    .forEach(id -> rows.add(new Row(table, id.toString())));
        }
        return rows;
    }

    private static final String TABLES_WITH_ID =
            """
            select format('%I.%I', c.table_schema, c.table_name) from information_schema.columns c
            join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
                and t.table_type = 'BASE TABLE'
            where c.column_name = 'org_id' and c.table_schema not in ('sec', 'infra')
              and exists (select 1 from information_schema.columns i where i.table_schema = c.table_schema
                          and i.table_name = c.table_name and i.column_name = 'id' and i.data_type = 'uuid')
            order by 1\
            """;

    /**
     * How many rows each table holds and which transactions wrote them: an update that leaves a row
     * as it was counts too.
     */
    private Map<String, String> tables() {
        var names =
                oracle.jdbc()
                        .sql(
                                """
                                select format('%I.%I', schemaname, tablename) from pg_tables
                                where schemaname not in ('pg_catalog', 'information_schema')\
                                """)
                        .query(String.class)
                        .list();
        return names.stream()
                .filter(name -> !APART.contains(name) && !name.startsWith(RECORD_OF_READING))
                .collect(
                        Collectors.toMap(
                                name -> name, this::state, (one, other) -> one, TreeMap::new));
    }

    private static List<String> changed(Map<String, String> before, Map<String, String> after) {
        return after.entrySet().stream()
                .filter(table -> !table.getValue().equals(before.get(table.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private String state(String table) {
        return oracle.jdbc()
                .sql(
                        "select count(*) || ' ' || coalesce(md5(string_agg(xmin::text || ctid::text, ' ' order by ctid)), '') from %s t %s"
                                .formatted(
                                        table,
                                        table.equals(OF_THE_SYSTEM) ? "where kind = 'PERSON'" : ""))
                .query(String.class)
                .single();
    }

    /** A page whose author counts how often it is read. */
    static class Curious {

        private final OracleDb database;

        Curious(OracleDb database) {
            this.database = database;
        }

        @Open
        ResponseEntity<String> page() {
            database.jdbc()
                    .sql("insert into infra.form_key (key) values (gen_random_uuid())")
                    .update();
            return ResponseEntity.ok("read");
        }
    }
}
