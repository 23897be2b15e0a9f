package ru.mentoring.monitoring.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.mentoring.monitoring.Indicator;
import ru.mentoring.monitoring.domain.Norms;
import ru.mentoring.monitoring.domain.Norms.Norm;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.Permitted;

/** Targets and denominators of the own organisation, year by year. */
@Controller
@Permitted("norm.write")
class NormController {

    private static final long MOST = 100_000_000L;
    private static final int SOURCE_LENGTH = 200;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final String TARGET = "target";
    private static final String TOTAL = "total";
    private static final String SOURCE = "source";

    private final Norms norms;
    private final Clock clock;

    NormController(Norms norms, Clock clock) {
        this.norms = norms;
        this.clock = clock;
    }

    /**
     * A line of the form as it was typed.
     *
     * @param problems what is wrong about its fields, as codes of messages
     */
    public record Line(
            Indicator indicator,
            String target,
            String total,
            String source,
            Map<String, String> problems) {

        /** Returns what is wrong about a field, or null if nothing is. */
        public @Nullable String problem(String field) {
            return problems.get(field);
        }

        private Norm norm() {
            return new Norm(indicator, tenths(target), count(total), source);
        }
    }

    @GetMapping({"/s/{org}/norms", "/d/{org}/norms", "/r/{org}/norms"})
    String show(@RequestParam @Nullable String year, Model model) {
        var chosen =
                year == null || year.isBlank()
                        ? new CalendarYear(LocalDate.now(clock).getYear())
                        : CalendarYear.read(year);
        return page(
                chosen,
                norms.of(chosen.value()).stream().map(NormController::line).toList(),
                model);
    }

    @PostMapping({"/s/{org}/norms", "/d/{org}/norms", "/r/{org}/norms"})
    String keep(
            @RequestParam String year,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes redirect) {
        var chosen = CalendarYear.read(year);
        var lines =
                Indicator.sharesAt(CurrentScope.get().level()).stream()
                        .map(indicator -> line(indicator, typed))
                        .toList();
        var wrong = problems(lines);
        if (wrong.hasErrors()) {
            model.addAttribute(BindingResult.MODEL_KEY_PREFIX + wrong.getObjectName(), wrong);
            return page(chosen, lines, model);
        }
        norms.keep(chosen.value(), lines.stream().map(Line::norm).toList());
        redirect.addFlashAttribute("banner", List.of("monitoring.norms.kept", year));
        return to(chosen);
    }

    @PostMapping({"/s/{org}/norms/copy", "/d/{org}/norms/copy", "/r/{org}/norms/copy"})
    String copy(@RequestParam String year, RedirectAttributes redirect) {
        var chosen = CalendarYear.read(year);
        var before = chosen.before().orElseThrow(NoSuchYear::new);
        var copied = norms.copyFromYearBefore(chosen.value());
        redirect.addFlashAttribute(
                "banner",
                List.of(
                        copied == 0
                                ? "monitoring.norms.nothing-to-copy"
                                : "monitoring.norms.copied",
                        before.toString()));
        return to(chosen);
    }

    private static String to(CalendarYear year) {
        return "redirect:" + CurrentScope.get().path() + "/norms?year=" + year;
    }

    private static String page(CalendarYear year, List<Line> lines, Model model) {
        model.addAttribute("year", year.toString());
        model.addAttribute("before", year.before().map(CalendarYear::toString).orElse(null));
        model.addAttribute("after", year.after().map(CalendarYear::toString).orElse(null));
        model.addAttribute("lines", lines);
        model.addAttribute("withTargets", withTargets());
        return "monitoring/norms";
    }

    private static boolean withTargets() {
        return CurrentScope.get().level() != Level.SCHOOL;
    }

    private static Line line(Norm norm) {
        var target = norm.targetTenths();
        return new Line(
                norm.indicator(),
                target == null
                        ? ""
                        : BigDecimal.valueOf(target, 1)
                                .stripTrailingZeros()
                                .toPlainString()
                                .replace('.', ','),
                norm.total() == null ? "" : String.valueOf(norm.total()),
                norm.source(),
                Map.of());
    }

    private static Line line(Indicator indicator, Map<String, String> typed) {
        var target = withTargets() ? typed(TARGET, indicator, typed) : "";
        var total = typed(TOTAL, indicator, typed);
        var source = typed(SOURCE, indicator, typed);
        var problems = new LinkedHashMap<String, String>();
        if (!isTarget(target)) {
            problems.put(TARGET, "monitoring.norms.problem.target");
        }
        if (!isTotal(total)) {
            problems.put(TOTAL, "monitoring.norms.problem.total");
        }
        if (source.isEmpty() && !total.isEmpty()) {
            problems.put(SOURCE, "monitoring.norms.problem.source");
        }
        if (source.length() > SOURCE_LENGTH) {
            problems.put(SOURCE, "monitoring.norms.problem.source-length");
        }
        return new Line(indicator, target, total, source, problems);
    }

    private static String typed(String field, Indicator indicator, Map<String, String> typed) {
        return typed.getOrDefault(field + "." + indicator, "").strip();
    }

    private static boolean isTarget(String text) {
        if (text.isEmpty()) {
            return true;
        }
        return text.matches("[0-9]{1,3}([.,][0-9])?")
                && new BigDecimal(text.replace(',', '.')).compareTo(HUNDRED) <= 0;
    }

    private static boolean isTotal(String text) {
        var bare = bare(text);
        return bare.isEmpty() || bare.matches("[0-9]{1,9}") && Long.parseLong(bare) <= MOST;
    }

    /** Every mistake of the form for the summary above it, line after line. */
    private static BindingResult problems(List<Line> lines) {
        var result = new MapBindingResult(new HashMap<>(), "norms");
        for (var line : lines) {
            line.problems()
                    .forEach((field, problem) ->
                            result.addError(
                                    new FieldError(
                                            result.getObjectName(),
                                            field + "." + line.indicator(),
                                            null,
                                            false,
                                            new String[] {"monitoring.norms.problem.of"},
                                            new Object[] {
                                                said("monitoring.indicator." + line.indicator()),
                                                said(problem)
                                            },
                                            null)));
        }
        return result;
    }

    private static MessageSourceResolvable said(String code) {
        return new DefaultMessageSourceResolvable(code);
    }

    private static @Nullable Integer tenths(String text) {
        return text.isEmpty()
                ? null
                : new BigDecimal(text.replace(',', '.'))
                        .movePointRight(1)
                        .setScale(0, RoundingMode.HALF_UP)
                        .intValueExact();
    }

    private static @Nullable Long count(String text) {
        var bare = bare(text);
        return bare.isEmpty() ? null : Long.valueOf(bare);
    }

    /** A number without what people set thousands apart by. */
    private static String bare(String text) {
        return text.replaceAll("[\\s\u00a0\u202f]", "");
    }
}
