package ru.mentoring.tenancy.audit.web;

import java.text.Collator;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import ru.mentoring.shared.pages.Days;
import ru.mentoring.shared.pages.Option;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.Permitted;
import ru.mentoring.tenancy.RegionSettings;
import ru.mentoring.tenancy.audit.AuditLine;
import ru.mentoring.tenancy.audit.AuditLog;
import ru.mentoring.tenancy.audit.AuditLog.Nature;
import ru.mentoring.tenancy.audit.AuditLog.Part;
import ru.mentoring.tenancy.audit.AuditWords;
import ru.mentoring.tenancy.domain.PermissionTable;

/**
 * Who changed or saw what: a director reads their school's trail, the regional centre the region's.
 */
@Controller
@Permitted("audit.read")
class AuditController {

    private final AuditLog log;
    private final AuditWords words;
    private final PermissionTable permissions;
    private final RegionSettings settings;
    private final MessageSource messages;
    private final Clock clock;

    AuditController(
            AuditLog log,
            AuditWords words,
            PermissionTable permissions,
            RegionSettings settings,
            MessageSource messages,
            Clock clock) {
        this.log = log;
        this.words = words;
        this.permissions = permissions;
        this.settings = settings;
        this.messages = messages;
        this.clock = clock;
    }

    /** An entry, said in words. */
    record Line(
            UUID id,
            String when,
            String actor,
            String roles,
            String behalf,
            String org,
            String action,
            String object,
            UUID objectId,
            String fields,
            boolean refused,
            @Nullable String network) {}

    @GetMapping({"/s/{org}/audit", "/r/{org}/audit"})
    String trail(
            @ModelAttribute("form") AuditFilter filter,
            BindingResult faults,
            @RequestParam(required = false) @Nullable UUID object,
            @RequestParam(required = false) @Nullable UUID before,
            Model model,
            Locale locale) {
        var zone = settings.zone();
        var days = new Days(messages, clock.withZone(zone), locale);
        var part =
                faults.hasErrors()
                        ? new Part(List.of(), false)
                        : log.read(filter.wanted(zone, object, before));
        var lines = part.lines().stream().map(line -> line(line, days, locale)).toList();
        model.addAttribute("lines", lines);
        model.addAttribute("further", part.further() ? lines.getLast().id() : null);
        model.addAttribute("later", before != null);
        model.addAttribute("filtered", filter.active() || object != null);
        model.addAttribute("object", object);
        model.addAttribute("unreadable", faults.hasErrors());
        model.addAttribute("topics", topics(locale));
        model.addAttribute("natures", natures(locale));
        model.addAttribute("wide", CurrentScope.get().level() == Level.REGION);
        return "tenancy/audit";
    }

    private Line line(AuditLine line, Days days, Locale locale) {
        return new Line(
                line.id(),
                days.moment(line.at()),
                actor(line, locale),
                line.roles().stream()
                        .map(role -> text("tenancy.role." + role, locale))
                        .collect(Collectors.joining(", ")),
                line.behalf(),
                line.org(),
                words.action(line.action(), locale),
                words.object(line.objectType(), locale).orElse(""),
                line.object(),
                line.refused()
                        ? lacking(line.fields(), locale)
                        : String.join(", ", words.fields(line.fields(), locale)),
                line.refused(),
                line.network());
    }

    /** A refusal names the permission; readers know the things that it is about. */
    private String lacking(List<String> lacked, Locale locale) {
        return lacked.stream()
                .filter(permissions::knows)
                .flatMap(permission -> permissions.rights(permission).stream())
                .map(right -> text("tenancy.object." + right.object(), locale))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private String actor(AuditLine line, Locale locale) {
        if (line.bySystem()) {
            return text("tenancy.audit.system", locale);
        }
        return line.actor().isEmpty() ? text("tenancy.audit.unknown", locale) : line.actor();
    }

    private List<Option> topics(Locale locale) {
        return words.topics().stream()
                .map(topic -> new Option(topic, words.topic(topic, locale)))
                .sorted((one, other) ->
                        Collator.getInstance(locale).compare(one.text(), other.text()))
                .toList();
    }

    private List<Option> natures(Locale locale) {
        return Arrays.stream(Nature.values())
                .map(nature ->
                        new Option(nature.name(), text("tenancy.audit.nature." + nature, locale)))
                .toList();
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
