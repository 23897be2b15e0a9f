package ru.mentoring.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import ru.mentoring.tenancy.Role;
import ru.mentoringtest.SignedIn;
import ru.mentoringtest.regions.Regions.Org;

/** A school in which a curator has done a bit of everything, by the forms of the pages. */
public final class SchoolAtWork {

    private final MockMvc mvc;
    private final Org school;

    private SchoolAtWork(MockMvc mvc, Org school) {
        this.mvc = mvc;
        this.school = school;
    }

    /** Has a curator leave something in a school of everything there is. */
    public static void furnish(MockMvc mvc, Org school) throws Exception {
        new SchoolAtWork(mvc, school).furnish();
    }

    private void furnish() throws Exception {
        var paper =
                new MockMultipartFile(
                        "file",
                        "dorozhnaya-karta-shkoly.docx",
                        "application/octet-stream",
                        Files.readAllBytes(
                                Path.of("../docs/samples/dorozhnaya-karta-shkoly.docx")));
        var uploads = school.path("/roadmap/uploads");
        send(MockMvcRequestBuilders.multipart(uploads).file(paper));
        var read = send(MockMvcRequestBuilders.multipart(uploads).file(paper));
        send(
                MockMvcRequestBuilders.post(read.getRedirectedUrl())
                        .param("action", "save")
                        .param("seen", "0")
                        .param("title", "План мероприятий")
                        .param("track", "LEARNERS")
                        .param("startYear", "2026")
                        .param("from", "01.09.2026")
                        .param("to", "31.08.2027"));
        var people =
                new MockMultipartFile(
                        "file",
                        "reestr-uchastnikov.xlsx",
                        "application/octet-stream",
                        Files.readAllBytes(Path.of("../docs/samples/reestr-uchastnikov.xlsx")));
        send(MockMvcRequestBuilders.multipart(school.path("/import")).file(people));
        var mentee = register("MENTEE", "PUPIL", "14.02.2012");
        var mentor = register("MENTOR", "EMPLOYEE", "14.02.1980");
        sign(mentee, "CN1");
        sign(mentee, "CN2");
        sign(mentor, "CN1");
        var today = LocalDate.now().format(DateTimeFormatter.ofPattern("dd.MM.yyyy"));
        send(
                MockMvcRequestBuilders.post(school.path("/people/" + mentor + "/training"))
                        .param("trainedOn", today));
        send(
                MockMvcRequestBuilders.post(school.path("/people/" + mentor + "/check"))
                        .param("document", "77-114")
                        .param("issuedOn", today));
        send(
                MockMvcRequestBuilders.post(school.path("/pairs"))
                        .param("wanted", "EMPLOYER_PUPIL")
                        .param("mentor", mentor)
                        .param("mentees", mentee));
    }

    private String register(String side, String category, String born) throws Exception {
        var answer =
                send(
                        MockMvcRequestBuilders.post(school.path("/people"))
                                .param("side", side)
                                .param("version", "0")
                                .param("surname", "Тайнова")
                                .param("givenName", category.equals("PUPIL") ? "Вера" : "Надежда")
                                .param("born", born)
                                .param("category", category)
                                .param("className", category.equals("PUPIL") ? "8А" : "")
                                .param("representative", "мать Тайнова Любовь")
                                .param("request", "станки")
                                .param("competences", "станки"));
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
        return answer.getRedirectedUrl().replaceAll(".*/people/", "");
    }

    private void sign(String person, String kind) throws Exception {
        send(
                MockMvcRequestBuilders.post(school.path("/consents"))
                        .param("kind", kind)
                        .param("people", person)
                        .param("signatures", "PERSON", "REPRESENTATIVE")
                        .param(
                                "signedOn",
                                LocalDate.now().format(DateTimeFormatter.ofPattern("dd.MM.yyyy"))));
    }

    private MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request)
            throws Exception {
        request.with(school.signedIn(Role.CURATOR)).with(SignedIn.form());
        return mvc.perform(request).andReturn().getResponse();
    }
}
