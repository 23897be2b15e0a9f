package ru.mentoring.monitoring.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import ru.mentoring.monitoring.Indicator;
import ru.mentoring.monitoring.domain.Dashboard;
import ru.mentoring.monitoring.domain.Figures;
import ru.mentoring.monitoring.domain.Light;
import ru.mentoring.shared.pages.Downloads;
import ru.mentoring.shared.pages.Paging;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.NoSuchOrg;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgKind;
import ru.mentoring.tenancy.Permitted;

/** One page for region, district and school: the same blocks, only the scope differs. */
@Controller
@Permitted("dashboard.read")
class DashboardController {

    /** How many of those who are late stand beside the tiles; the rest has a page of its own. */
    private static final int LATE_SHOWN = 10;

    /** What the address says where the organisations of today are wanted for a past year. */
    private static final String NOW = "now";

    private final Figures figures;
    private final MessageSource messages;
    private final Clock clock;

    DashboardController(Figures figures, MessageSource messages, Clock clock) {
        this.figures = figures;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping({"/s/{org}/dashboard", "/d/{org}/dashboard", "/r/{org}/dashboard"})
    String own(
            @RequestParam @Nullable String year,
            @RequestParam(defaultValue = "MENTEES_10_19") Indicator indicator,
            @RequestParam @Nullable String tree,
            Model model) {
        return page(CurrentScope.get().org(), year, indicator, isNow(tree), model);
    }

    /** One level down; ends at the school's counts. */
    @GetMapping({"/d/{org}/dashboard/{unit}", "/r/{org}/dashboard/{unit}"})
    String below(
            @PathVariable UUID unit,
            @RequestParam @Nullable String year,
            @RequestParam(defaultValue = "MENTEES_10_19") Indicator indicator,
            @RequestParam @Nullable String tree,
            Model model) {
        return page(new OrgId(unit), year, indicator, isNow(tree), model);
    }

    /**
     * The rows of a district, opened or closed in place: always the whole group, so that asking
     * twice changes nothing.
     */
    @GetMapping("/r/{org}/dashboard/{unit}/rows")
    String rows(
            @PathVariable UUID unit,
            @RequestParam String year,
            @RequestParam(defaultValue = "MENTEES_10_19") Indicator indicator,
            @RequestParam(defaultValue = "true") boolean opened,
            @RequestParam @Nullable String tree,
            Model model) {
        var dashboard =
                figures.dashboard(new OrgId(unit), CalendarYear.read(year).value(), isNow(tree))
                        .orElseThrow(() -> new NoSuchOrg(new OrgId(unit)));
        model.addAttribute("unit", dashboard.unit());
        model.addAttribute("rows", opened ? dashboard.below() : List.of());
        model.addAttribute("opened", opened);
        model.addAttribute("year", year);
        model.addAttribute("indicator", indicator);
        model.addAttribute("tree", isNow(tree) ? NOW : null);
        return "monitoring/dashboard :: group";
    }

    /** All schools that have not sent their roadmap, a page at a time. */
    @GetMapping({"/d/{org}/dashboard/late", "/r/{org}/dashboard/late"})
    String late(
            @RequestParam @Nullable UUID unit,
            @RequestParam @Nullable String year,
            @RequestParam(defaultValue = "1") String page,
            Model model) {
        var chosen = year(year, figures.years());
        var late = figures.withoutRoadmap(org(unit), chosen);
        var paging = Paging.of(Paging.number(page), late.size());
        model.addAttribute("year", String.valueOf(chosen));
        model.addAttribute("paging", paging);
        model.addAttribute(
                "schools",
                late.subList(
                        (int) paging.offset(), (int) Math.max(paging.offset(), paging.last())));
        return "monitoring/late";
    }

    @GetMapping({"/d/{org}/dashboard.csv", "/r/{org}/dashboard.csv"})
    ResponseEntity<byte[]> table(
            @RequestParam @Nullable UUID unit, @RequestParam @Nullable String year, Locale locale) {
        var chosen = year(year, figures.years());
        var text = new StringBuilder("\uFEFF");
        figures.dashboard(org(unit), chosen)
                .ifPresent(dashboard -> new FigureTable(messages, locale).write(dashboard, text));
        var name =
                messages.getMessage(
                        "monitoring.csv.file", new Object[] {String.valueOf(chosen)}, locale);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, Downloads.attachment(name))
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What the page is about: the own organisation where nothing else is said. */
    private static OrgId org(@Nullable UUID unit) {
        return unit == null ? CurrentScope.get().org() : new OrgId(unit);
    }

    /** Whether a past year is wanted with the organisations of today. */
    private static boolean isNow(@Nullable String tree) {
        return NOW.equals(tree);
    }

    private String page(
            OrgId org, @Nullable String year, Indicator indicator, boolean asNow, Model model) {
        var years = figures.years();
        var chosen = year(year, years);
        var dashboard = figures.dashboard(org, chosen, asNow);
        model.addAttribute("twoTrees", figures.hasTreeOfItsOwn(chosen));
        model.addAttribute("asNow", asNow);
        model.addAttribute("tree", asNow ? NOW : null);
        model.addAttribute("years", years.stream().map(String::valueOf).toList());
        model.addAttribute("year", String.valueOf(chosen));
        model.addAttribute("indicator", indicator);
        model.addAttribute("mayStart", CurrentScope.get().may("roll-up.start"));
        model.addAttribute("mayNorm", CurrentScope.get().may("norm.write"));
        model.addAttribute("dashboard", dashboard.orElse(null));
        dashboard.ifPresent(one -> describe(one, indicator, model));
        return "monitoring/dashboard";
    }

    private static void describe(Dashboard dashboard, Indicator indicator, Model model) {
        Map<Indicator, Trend> trends = new EnumMap<>(Indicator.class);
        dashboard.series().forEach((one, series) -> trends.put(one, Trend.of(series)));
        model.addAttribute("trends", trends);
        model.addAttribute("own", dashboard.above().isEmpty());
        model.addAttribute("school", dashboard.unit().org().kind() == OrgKind.SCHOOL);
        model.addAttribute("atSchool", CurrentScope.get().level() == Level.SCHOOL);
        model.addAttribute("onPlan", dashboard.count(indicator, Light.ON_PLAN));
        model.addAttribute("atRisk", dashboard.count(indicator, Light.AT_RISK));
        model.addAttribute("behind", dashboard.count(indicator, Light.BEHIND));
        model.addAttribute("noData", dashboard.count(indicator, Light.NO_DATA));
        var late = dashboard.withoutRoadmap();
        model.addAttribute("late", late.subList(0, Math.min(LATE_SHOWN, late.size())));
        model.addAttribute("lateSchools", dashboard.missingRoadmaps());
    }

    private int year(@Nullable String wanted, List<Integer> years) {
        if (wanted != null && !wanted.isBlank()) {
            return CalendarYear.read(wanted).value();
        }
        return years.isEmpty() ? LocalDate.now(clock).getYear() : years.getFirst();
    }
}
