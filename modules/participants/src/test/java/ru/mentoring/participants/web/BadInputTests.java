package ru.mentoring.participants.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;
import ru.mentoring.participants.Category;
import ru.mentoring.participants.ConsentKind;
import ru.mentoring.participants.PersonId;
import ru.mentoring.participants.domain.CardFixture;
import ru.mentoring.participants.domain.ConsentDesk;
import ru.mentoring.participants.domain.ConsentDesk.Sheet;
import ru.mentoring.participants.domain.ConsentQueries;
import ru.mentoring.participants.domain.Registrant;
import ru.mentoring.participants.domain.Registration;
import ru.mentoring.participants.domain.SigningPolicy.Signer;
import ru.mentoring.participants.intake.RegisterImport;
import ru.mentoring.participants.intake.Upload;
import ru.mentoring.tenancy.Role;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.SignedIn;
import ru.mentoringtest.forms.Asked;
import ru.mentoringtest.forms.Spoiled;
import ru.mentoringtest.regions.Regions;
import ru.mentoringtest.registers.RegisterBook;

/**
 * Every page and form of this module × everything that it reads × each way in which that can be
 * missing or wrong: the answer is a refusal in words or a page, never an internal error.
 *
 * <p>The list is the application's own. Whoever adds a page that reads something has to show here
 * how it is used rightly, and gets the wrong uses for nothing.
 */
@ModuleTest
class BadInputTests {

    private static final DateTimeFormatter PAPER = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final Set<Integer> REFUSALS = Set.of(400, 404, 409, 422);
    private static final Pattern HEADING = Pattern.compile("<h1[ >]");
    private static final Pattern PROBLEMS =
            Pattern.compile("<div class=\"errsum\".*?</div>", Pattern.DOTALL);

    /** How a page is used rightly: by whom, and with what, variables of the address included. */
    private record Use(Role by, Map<String, String> values) {}

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired MockMvc mvc;
    @Autowired Registration registration;
    @Autowired ConsentDesk desk;
    @Autowired ConsentQueries consents;
    @Autowired RegisterImport imports;
    @Autowired Regions regions;
    @Autowired Clock clock;

    private Regions.Org school;
    private LocalDate today;
    private int people;

    @BeforeEach
    void openSchool() {
        school = regions.fresh().district().school();
        today = LocalDate.now(clock);
    }

    private Map<String, Supplier<Use>> uses() {
        var uses = new HashMap<String, Supplier<Use>>();
        var register = Map.of("q", "", "className", "7Б", "category", "PUPIL", "state", "MATCHED");
        uses.put("GET /s/{org}/mentees", () -> curator(register, "page", "1", "sort", "name"));
        uses.put("GET /s/{org}/mentors", () -> curator(register, "page", "1", "sort", "name"));
        uses.put("GET /s/{org}/people/new", () -> curator(Map.of("side", "MENTOR")));
        uses.put("POST /s/{org}/people", () -> curator(card()));
        uses.put("GET /s/{org}/people/{id}", () -> curator(Map.of("id", mentee())));
        uses.put("GET /s/{org}/people/{id}/edit", () -> curator(Map.of("id", mentee())));
        uses.put("POST /s/{org}/people/{id}", () -> curator(card(), "id", mentor()));
        uses.put(
                "POST /s/{org}/people/{id}/training",
                () ->
                        curator(
                                Map.of("note", "курсы", "waiver", "", "trainedOn", day()),
                                "id",
                                mentor()));
        uses.put(
                "POST /s/{org}/people/{id}/check",
                () ->
                        curator(
                                Map.of("document", "справка 12", "issuedOn", day(), "validTo", ""),
                                "id",
                                mentor()));
        uses.put(
                "POST /s/{org}/people/{id}/check-waiver",
                () ->
                        new Use(
                                Role.DIRECTOR,
                                Map.of("reason", "сотрудник полиции", "id", mentor())));
        uses.put(
                "GET /s/{org}/consents",
                () -> curator(Map.of("kind", "CN2", "status", "missing", "page", "1")));
        uses.put("POST /s/{org}/consents", () -> curator(papers(), "people", mentee()));
        var withdrawal = "/s/{org}/people/{person}/consents/{id}/withdrawal";
        uses.put("GET " + withdrawal, () -> curator(consent()));
        uses.put("POST " + withdrawal, () -> curator(consent()));
        uses.put("POST /s/{org}/import", () -> curator(Map.of()));
        uses.put("GET /s/{org}/import/{id}", () -> curator(Map.of("id", file(), "page", "1")));
        uses.put("GET /s/{org}/import/{id}/progress", () -> curator(Map.of("id", file())));
        uses.put("GET /s/{org}/import/{id}/faults.csv", () -> curator(Map.of("id", file())));
        uses.put("POST /s/{org}/import/{id}/confirm", () -> curator(Map.of("id", file())));
        uses.put("POST /s/{org}/import/{id}/discard", () -> curator(Map.of("id", file())));
        return uses;
    }

    private static Use curator(Map<String, String> values, String... more) {
        var all = new LinkedHashMap<>(values);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return new Use(Role.CURATOR, all);
    }

    private Map<String, String> card() {
        return Map.of(
                "side", "MENTOR",
                "version", "0",
                "surname", "Токарев",
                "givenName", name(),
                "born", PAPER.format(today.minusYears(40)),
                "category", "PARENT",
                "ageFrom", "12",
                "ageTo", "16",
                "enteredOn", day());
    }

    private Map<String, String> papers() {
        return Map.of(
                "kind", "CN1", "signatures", "REPRESENTATIVE", "signedOn", day(), "page", "1");
    }

    private String day() {
        return PAPER.format(today);
    }

    /** Another for each person, so that none is taken for one who is in the register already. */
    private String name() {
        people++;
        var name = new StringBuilder("А");
        for (int rest = people; rest > 0; rest /= 30) {
            name.append((char) ('а' + rest % 30));
        }
        return name.toString();
    }

    private String mentee() {
        var card = CardFixture.pupil("Росинкина " + name(), today, 12);
        return registered(new Registrant(card, CardFixture.request()));
    }

    private String mentor() {
        var card = CardFixture.adult("Токарев " + name(), today, Category.PARENT);
        return registered(new Registrant(card, CardFixture.offer()));
    }

    private String registered(Registrant person) {
        return school.ask(Role.CURATOR, () -> registration.register(person))
                .person()
                .value()
                .toString();
    }

    private Map<String, String> consent() {
        var person = mentee();
        var id = new PersonId(java.util.UUID.fromString(person));
        var sheet =
                new Sheet(ConsentKind.CN1, Set.of(Signer.REPRESENTATIVE), today, null, null, null);
        school.ask(Role.CURATOR, () -> desk.record(List.of(id), sheet));
        var paper = school.ask(Role.CURATOR, () -> consents.papers(id)).getFirst().id();
        return Map.of("person", person, "id", paper.toString());
    }

    private String file() {
        people++;
        var book = RegisterBook.of(people, 40, 4, today).bytes();
        var upload =
                school.ask(
                        Role.CURATOR,
                        () ->
                                imports.upload(
                                        "список.xlsx", new java.io.ByteArrayInputStream(book)));
        return ((Upload.Read) upload).file().value().toString();
    }

    @Test
    void knowsHowEveryPageIsUsedRightly() {
        assertThat(uses().keySet())
                .as("Pages that read something, with an example of their right use in this test")
                .containsExactlyInAnyOrderElementsOf(
                        asked().stream().map(Asked::toString).toList());
    }

    @TestFactory
    Stream<DynamicNode> answersEachFaultInWords() {
        var uses = uses();
        return asked().stream()
                .map(page -> {
                    var use = uses.getOrDefault(page.toString(), () -> curator(Map.of()));
                    var tests = new ArrayList<DynamicNode>();
                    tests.add(DynamicTest.dynamicTest("right use", () -> isTaken(page, use.get())));
                    for (var field : page.fields()) {
                        for (var spoiled : Spoiled.waysOf(field)) {
                            tests.add(
                                    DynamicTest.dynamicTest(
                                            spoiled.toString(),
                                            () -> isAnswered(page, use.get(), spoiled)));
                        }
                    }
                    return DynamicContainer.dynamicContainer(page.toString(), tests);
                });
    }

    private List<Asked> asked() {
        return Asked.in(getClass().getPackageName(), mapping);
    }

    private void isTaken(Asked page, Use use) throws Exception {
        var answer = send(page, use.by(), use.values());

        assertThat(answer.getStatus()).isEqualTo(page.method().name().equals("GET") ? 200 : 302);
    }

    private void isAnswered(Asked page, Use use, Spoiled spoiled) throws Exception {
        var answer = send(page, use.by(), spoiled.applyTo(use.values()));
        var text = answer.getContentAsString();

        assertThat(answer.getStatus()).isLessThan(500);
        if (spoiled.field().inAddress()) {
            assertThat(answer.getStatus()).isEqualTo(404);
        } else if (spoiled.refused()) {
            assertThat(answer.getStatus()).isIn(REFUSALS);
        }
        if (!text.isEmpty()) {
            assertThat(text).contains("lang=\"ru\"").doesNotContain("??");
            assertThat(HEADING.matcher(text).results()).hasSize(1);
        }
        if (answer.getStatus() == 422) {
            var problems = PROBLEMS.matcher(text);
            assertThat(problems.find()).as("a summary of what is wrong").isTrue();
            assertThat(problems.group())
                    .doesNotContainPattern(
                            ">[^<:]*(Заполните поле|Проверьте, как это записано|Укажите число|Слишком длинно)");
        }
    }

    private MockHttpServletResponse send(Asked page, Role by, Map<String, String> values)
            throws Exception {
        var sent = new LinkedHashMap<>(values);
        var address = UriComponentsBuilder.fromPath(page.pattern());
        var variables = new HashMap<String, String>();
        variables.put("org", school.id().value().toString());
        for (var field : page.fields()) {
            if (field.inAddress()) {
                variables.put(field.name(), sent.remove(field.name()));
            }
        }
        var uri = address.build(variables);
        var request =
                page.pattern().endsWith("/import") && sent.isEmpty()
                        ? multipart(uri).file(someFile())
                        : request(HttpMethod.valueOf(page.method().name()), uri);
        request.with(school.signedIn(by));
        if (!page.method().name().equals("GET")) {
            request.with(SignedIn.form());
        }
        sent.forEach(request::param);
        return mvc.perform(request).andReturn().getResponse();
    }

    private MockMultipartFile someFile() {
        people++;
        return new MockMultipartFile(
                "file", "реестр.xlsx", null, RegisterBook.of(people, 40, 4, today).bytes());
    }
}
