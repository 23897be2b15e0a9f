package ru.mentoring.participants.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.mentoring.participants.ImportId;
import ru.mentoring.participants.intake.BrokenRow;
import ru.mentoring.participants.intake.Fault;
import ru.mentoring.participants.intake.ImportFile;
import ru.mentoring.participants.intake.RegisterImport;
import ru.mentoring.participants.intake.Upload;
import ru.mentoring.shared.pages.Downloads;
import ru.mentoring.shared.pages.JobCard;
import ru.mentoring.shared.pages.Paging;
import ru.mentoring.tenancy.Audit;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Permitted;

/** Registers from spreadsheets: upload, preview, progress, result. */
@Controller
@Permitted("register.import")
class ImportController {

    private static final int MOST_FAULTS = 100_000;

    private final RegisterImport imports;
    private final Audit audit;
    private final MessageSource messages;

    ImportController(RegisterImport imports, Audit audit, MessageSource messages) {
        this.imports = imports;
        this.audit = audit;
        this.messages = messages;
    }

    /** The file that somebody chose. */
    record FileForm(@Nullable MultipartFile file) {}

    /** A broken row in words. */
    record Trouble(String sheet, int line, String person, List<String> reasons) {}

    @GetMapping("/s/{org}/import")
    String choose(Model model) {
        model.addAttribute("form", new FileForm(null));
        return start(model);
    }

    private String start(Model model) {
        model.addAttribute("recent", imports.recent());
        return "participants/import";
    }

    @PostMapping("/s/{org}/import")
    String upload(
            @ModelAttribute("form") FileForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        var file = form.file();
        if (faults.hasErrors()) {
            return start(model);
        }
        if (file == null
                || file.getOriginalFilename() == null
                || file.getOriginalFilename().isBlank()) {
            faults.rejectValue("file", "participants.fault.file-missing");
            return start(model);
        }
        try (var content = file.getInputStream()) {
            return switch (imports.upload(file.getOriginalFilename(), content)) {
                case Upload.Read(var id) -> to(id);
                case Upload.Known(var id) -> {
                    redirect.addFlashAttribute("banner", "participants.banner.same-file");
                    yield to(id);
                }
                case Upload.Rejected(var reason, var detail) -> {
                    faults.rejectValue(
                            "file",
                            "participants.rejection." + reason,
                            new Object[] {detail},
                            reason.name());
                    yield start(model);
                }
            };
        }
    }

    private static String to(ImportId id) {
        return "redirect:" + CurrentScope.get().path() + "/import/" + id.value();
    }

    @GetMapping("/s/{org}/import/{id}")
    String look(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "1") String page,
            Model model,
            Locale locale) {
        var file = imports.file(new ImportId(id));
        var paging = Paging.of(Paging.number(page), file.counts().broken());
        model.addAttribute("file", file);
        model.addAttribute("paging", paging);
        model.addAttribute(
                "troubles",
                imports.broken(file.id(), Math.toIntExact(paging.offset()), paging.size()).stream()
                        .map(row -> trouble(row, locale))
                        .toList());
        // The page of a running import asks for itself every few seconds and names nobody.
        if (file.state() != ImportFile.State.RUNNING) {
            audit.read("register.rows-seen", "import", id);
        }
        return switch (file.state()) {
            case PREVIEW -> "participants/import-preview";
            case RUNNING -> {
                model.addAttribute("refresh", 3);
                model.addAttribute("job", job(file, locale));
                yield "participants/import-running";
            }
            case DONE -> "participants/import-result";
        };
    }

    /**
     * The card of the running job, which asks for itself; when the job is over, its page shows the
     * outcome.
     */
    @GetMapping("/s/{org}/import/{id}/progress")
    String progress(
            @PathVariable UUID id, Model model, Locale locale, HttpServletResponse response) {
        var file = imports.file(new ImportId(id));
        if (file.state() != ImportFile.State.RUNNING) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("job", job(file, locale));
        return "shared/job :: card(job=${job})";
    }

    private JobCard job(ImportFile file, Locale locale) {
        var address = CurrentScope.get().path() + "/import/" + file.id().value();
        boolean running = file.state() == ImportFile.State.RUNNING;
        return new JobCard(
                messages.getMessage(
                        "participants.import.job", new Object[] {file.fileName()}, locale),
                running ? JobCard.State.RUNNING : JobCard.State.FINISHED,
                file.counts().done(),
                file.counts().good(),
                "",
                running ? "" : messages.getMessage("participants.import.job.done", null, locale),
                address + "/progress",
                "");
    }

    private Trouble trouble(BrokenRow row, Locale locale) {
        return new Trouble(
                row.sheet(),
                row.line(),
                row.person(),
                row.faults().stream().map(fault -> reason(fault, locale)).toList());
    }

    private String reason(Fault fault, Locale locale) {
        var column = messages.getMessage("participants.column." + fault.column(), null, locale);
        return messages.getMessage(
                "participants.row-fault." + fault.reason(),
                new Object[] {fault.value(), column},
                locale);
    }

    @PostMapping("/s/{org}/import/{id}/confirm")
    String confirm(@PathVariable UUID id) {
        imports.confirm(new ImportId(id));
        return to(new ImportId(id));
    }

    @PostMapping("/s/{org}/import/{id}/discard")
    String discard(@PathVariable UUID id, RedirectAttributes redirect) {
        imports.discard(new ImportId(id));
        redirect.addFlashAttribute("banner", "participants.banner.discarded");
        return "redirect:" + CurrentScope.get().path() + "/import";
    }

    /** The broken rows as a table to work through, readable by spreadsheet programs. */
    @GetMapping("/s/{org}/import/{id}/faults.csv")
    ResponseEntity<byte[]> faults(@PathVariable UUID id, Locale locale) {
        var lines =
                imports.takeOutBroken(new ImportId(id)).stream()
                        .limit(MOST_FAULTS)
                        .map(row -> trouble(row, locale))
                        .map(one ->
                                CsvLine.of(
                                        one.sheet(),
                                        String.valueOf(one.line()),
                                        one.person(),
                                        String.join("; ", one.reasons())))
                        .collect(Collectors.joining("\r\n"));
        var head =
                CsvLine.of(
                        messages.getMessage("participants.import.sheet", null, locale),
                        messages.getMessage("participants.import.line", null, locale),
                        messages.getMessage("participants.import.person", null, locale),
                        messages.getMessage("participants.import.reason", null, locale));
        // The mark tells spreadsheet programs that this is UTF-8.
        var content = "\uFEFF" + head + "\r\n" + lines + "\r\n";
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        Downloads.attachment(
                                messages.getMessage(
                                        "participants.import.faults-file", null, locale)))
                .body(content.getBytes(StandardCharsets.UTF_8));
    }
}
