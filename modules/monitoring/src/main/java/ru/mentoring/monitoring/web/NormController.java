package ru.mentoring.monitoring.web;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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

    private final Norms norms;
    private final Clock clock;

    NormController(Norms norms, Clock clock) {
        this.norms = norms;
        this.clock = clock;
    }

    /** A line of the form as it was typed, with what is wrong about it. */
    public record Line(
            Indicator indicator,
            String target,
            String total,
            String source,
            @Nullable String problem) {}

    @GetMapping({"/s/{org}/norms", "/d/{org}/norms", "/r/{org}/norms"})
    String show(@RequestParam @Nullable Integer year, Model model) {
        var chosen = year == null ? LocalDate.now(clock).getYear() : year;
        return page(chosen, norms.of(chosen).stream().map(NormController::line).toList(), model);
    }

    @PostMapping({"/s/{org}/norms", "/d/{org}/norms", "/r/{org}/norms"})
    String keep(
            @RequestParam int year,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var lines = new ArrayList<Line>();
        var read = new ArrayList<Norm>();
        for (var indicator : Indicator.sharesAt(CurrentScope.get().level())) {
            var target = typed.getOrDefault("target." + indicator, "").strip();
            var total = typed.getOrDefault("total." + indicator, "").strip();
            var source = typed.getOrDefault("source." + indicator, "").strip();
            var problem = problem(target, total, source);
            lines.add(new Line(indicator, target, total, source, problem));
            if (problem == null) {
                read.add(new Norm(indicator, tenths(target), count(total), source));
            }
        }
        if (read.size() < lines.size()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(year, lines, model);
        }
        norms.keep(year, read);
        redirect.addFlashAttribute(
                "banner", List.of("monitoring.norms.kept", String.valueOf(year)));
        return "redirect:" + CurrentScope.get().path() + "/norms?year=" + year;
    }

    @PostMapping({"/s/{org}/norms/copy", "/d/{org}/norms/copy", "/r/{org}/norms/copy"})
    String copy(@RequestParam int year, RedirectAttributes redirect) {
        var copied = norms.copyFromYearBefore(year);
        redirect.addFlashAttribute(
                "banner",
                List.of(
                        copied == 0
                                ? "monitoring.norms.nothing-to-copy"
                                : "monitoring.norms.copied",
                        String.valueOf(year - 1)));
        return "redirect:" + CurrentScope.get().path() + "/norms?year=" + year;
    }

    private static String page(int year, List<Line> lines, Model model) {
        model.addAttribute("year", String.valueOf(year));
        model.addAttribute("before", String.valueOf(year - 1));
        model.addAttribute("after", String.valueOf(year + 1));
        model.addAttribute("lines", lines);
        model.addAttribute("wrong", lines.stream().filter(line -> line.problem() != null).toList());
        model.addAttribute("withTargets", CurrentScope.get().level() != Level.SCHOOL);
        return "monitoring/norms";
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
                null);
    }

    private static @Nullable String problem(String target, String total, String source) {
        if (!target.isEmpty() && !target.matches("\\d{1,3}([.,]\\d)?")) {
            return "monitoring.norms.problem.target";
        }
        var tenths = tenths(target);
        if (tenths != null && tenths > 1000) {
            return "monitoring.norms.problem.target";
        }
        var bare = total.replaceAll("[\\s\u00a0\u202f]", "");
        if (!bare.isEmpty() && (!bare.matches("\\d{1,9}") || Long.parseLong(bare) > MOST)) {
            return "monitoring.norms.problem.total";
        }
        if (!bare.isEmpty() && source.isEmpty()) {
            return "monitoring.norms.problem.source";
        }
        return source.length() > SOURCE_LENGTH ? "monitoring.norms.problem.source-length" : null;
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
        var bare = text.replaceAll("[\\s\u00a0\u202f]", "");
        return bare.isEmpty() ? null : Long.valueOf(bare);
    }
}
