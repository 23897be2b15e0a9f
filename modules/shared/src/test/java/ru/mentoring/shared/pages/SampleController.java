package ru.mentoring.shared.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.MissingCsrfTokenException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.mentoring.shared.NoSuch;
import ru.mentoring.shared.NotPermitted;

/** A module's pages as its author writes them: what the component sheet and the tests look at. */
@Controller
class SampleController {

    static final String BASE = "/s/0190f3c0-0000-7000-8000-000000000003";

    private final AccessDeniedHandler refusals;

    SampleController(AccessDeniedHandler refusals) {
        this.refusals = refusals;
    }

    /** A form with one of each control. */
    record SampleForm(
            @NotBlank String name,
            @NotNull @DateTimeFormat(pattern = "dd.MM.yyyy") @Nullable LocalDate born,
            @Nullable LocalDate starts,
            @NotBlank String kind,
            @NotBlank String place,
            @NotEmpty List<String> interests,
            @Nullable Integer hours,
            boolean informed,
            String remark) {

        static SampleForm empty() {
            return new SampleForm("", null, null, "", "", List.of(), null, false, "");
        }
    }

    record UploadForm(@Nullable MultipartFile file) {}

    record Filter(String name, String grade) {}

    record Row(String name, String grade, String request, String kind, String consent) {}

    /** Nothing of the kind is kept. */
    static class NoSuchSample extends NoSuch {
        NoSuchSample(UUID id) {
            super("sample", id);
        }
    }

    static class NotYours extends NotPermitted {
        NotYours() {
            super("not yours");
        }
    }

    /** The signed-in person of the component sheet; whoever sends {@code X-Nobody} is nobody. */
    @Configuration(proxyBeanMethods = false)
    static class SampleFrame {

        @Bean
        FrameSource frameSource(HttpServletRequest request) {
            return () -> {
                if (request.getHeader("X-Broken") != null) {
                    throw new DataAccessResourceFailureException("the database is away");
                }
                return request.getHeader("X-Nobody") != null
                        ? Optional.empty()
                        : Optional.of(frame());
            };
        }

        private static PageFrame frame() {
            var top =
                    new NavigationGroup(
                            "",
                            List.of(
                                    new NavigationLink(
                                            "sample.nav.home", "/home", "square-check-big", 7),
                                    new NavigationLink(
                                            "sample.nav.roadmap", "/roadmap", "route", 0)));
            var people =
                    new NavigationGroup(
                            "sample.nav.people",
                            List.of(
                                    new NavigationLink(
                                            "sample.nav.mentees", "/mentees", "users", 0),
                                    new NavigationLink(
                                            "sample.nav.mentors", "/mentors", "user-check", 0),
                                    new NavigationLink(
                                            "sample.nav.consents",
                                            "/consents",
                                            "shield-check",
                                            8)));
            return new PageFrame(
                    BASE,
                    "Лукоморская область",
                    "Ромашковская СОШ № 3",
                    "sample.role",
                    "Сказкина Мария Петровна",
                    List.of(top, people),
                    true);
        }
    }

    @GetMapping({BASE + "/mentees", BASE + "/home", "/sample"})
    String components(
            @ModelAttribute("filter") Filter filter,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute("form", SampleForm.empty());
        return sheet(sort, page, model);
    }

    @PostMapping("/sample")
    String send(
            @Valid @ModelAttribute("form") SampleForm form,
            BindingResult binding,
            Model model,
            RedirectAttributes after) {
        if (binding.hasErrors()) {
            model.addAttribute("filter", new Filter("", ""));
            return sheet("", 1, model);
        }
        after.addFlashAttribute("banner", List.of("sample.sent", form.name()));
        return "redirect:/sample";
    }

    private static String sheet(String sort, int page, Model model) {
        model.addAttribute("upload", new UploadForm(null));
        model.addAttribute("sorting", Sorting.read(sort, "name", Set.of("name", "grade")));
        model.addAttribute("paging", Paging.of(page, 412));
        model.addAttribute(
                "rows",
                List.of(
                        new Row("Гайкин Матвей", "9А", "профессия станочника", "ok", "получено"),
                        new Row("Звездочётов Тимур", "9Б", "электроника", "ok", "получено"),
                        new Row("Каменцев Данила", "9Б", "строительство", "wait", "на проверке"),
                        new Row("Парусов Савва", "9Б", "речной флот", "bad", "нет")));
        model.addAttribute(
                "options", List.of(new Option("a", "Куратор"), new Option("b", "Наставник")));
        model.addAttribute(
                "steps",
                List.of(
                        new TrackStep("Составлена", "15 сентября", TrackStep.State.DONE),
                        new TrackStep("Отправлена в район", "28 сентября", TrackStep.State.DONE),
                        new TrackStep(
                                "Возвращена", "6 октября, 3 замечания", TrackStep.State.RETURNED),
                        new TrackStep("Согласована районом", "", TrackStep.State.AHEAD),
                        new TrackStep("Утверждена приказом", "", TrackStep.State.AHEAD)));
        model.addAttribute(
                "history",
                List.of(
                        new HistoryLine("Карта возвращена", "6 октября, 14:20 · О. И. Дубравина"),
                        new HistoryLine("Отправлена в район", "28 сентября, 09:05 · версия 3")));
        model.addAttribute(
                "lines",
                List.of(
                        new CheckLine("Пара", "Тимур Звездочётов — Софья Верстаева", "/sample"),
                        new CheckLine("Срок", "с 25 октября 2026 г. по 21 мая 2027 г.", "")));
        model.addAttribute("job", job(JobCard.State.RUNNING));
        model.addAttribute("bullet", Bullet.of("bad", 31, 520, 10));
        model.addAttribute("today", PagesTest.TODAY);
        return "sample/components";
    }

    private static JobCard job(JobCard.State state) {
        return new JobCard(
                "Готовим отчёт по 18 территориям",
                state,
                11,
                18,
                "40 секунд",
                "",
                "/sample/job",
                "/sample/stop");
    }

    @GetMapping("/sample/job")
    String job(Model model) {
        model.addAttribute("job", job(JobCard.State.FINISHED));
        return "shared/job :: card";
    }

    @GetMapping("/sample/fail/{how}")
    String fail(@PathVariable String how, Model model) {
        throw failure(how);
    }

    @PostMapping("/sample/fail/{how}")
    String failSending(@PathVariable String how) {
        throw failure(how);
    }

    @PostMapping("/sample/stale")
    void refuse(HttpServletRequest request, HttpServletResponse response) throws Exception {
        refusals.handle(request, response, new MissingCsrfTokenException("gone"));
    }

    @GetMapping("/sample/id/{id}")
    String byId(@PathVariable UUID id) {
        throw new NoSuchSample(id);
    }

    @PostMapping("/sample/upload")
    String upload(@RequestParam MultipartFile file) {
        return "redirect:/sample";
    }

    @GetMapping("/sample/broken-template")
    String brokenTemplate() {
        return "sample/broken";
    }

    @GetMapping("/sample/file")
    ResponseEntity<String> file() {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=list.csv")
                .body("a;b");
    }

    private static RuntimeException failure(String how) {
        Map<String, RuntimeException> failures =
                Map.of(
                        "missing", new NoSuchSample(new UUID(0, 1)),
                        "right", new NotYours(),
                        "conflict", new OptimisticLockingFailureException("changed"),
                        "gone", new ResponseStatusException(HttpStatus.GONE),
                        "invalid", new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT),
                        "database", new DataAccessResourceFailureException("away"),
                        "bug", new IllegalStateException("select secret from people"));
        return failures.get(how);
    }
}
