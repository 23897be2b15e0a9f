package ru.mentoring.tenancy.orglist.web;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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
import ru.mentoring.shared.pages.Paging;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Permitted;
import ru.mentoring.tenancy.orglist.ListFault;
import ru.mentoring.tenancy.orglist.ListUpload;
import ru.mentoring.tenancy.orglist.OrgList;
import ru.mentoring.tenancy.orglist.OrgListId;
import ru.mentoring.tenancy.orglist.OrgListImport;

/** A region’s list of districts and schools from a workbook: upload, preview, result. */
@Controller
@Permitted("organisation.import")
class OrgListController {

    private static final String PAGES = "/organisations/import";

    private final OrgListImport lists;
    private final MessageSource messages;

    OrgListController(OrgListImport lists, MessageSource messages) {
        this.lists = lists;
        this.messages = messages;
    }

    /** The file that somebody chose. */
    record FileForm(@Nullable MultipartFile file) {}

    /** A broken row in words. */
    public record Trouble(String sheet, int line, String label, List<String> reasons) {}

    @GetMapping("/r/{org}/organisations/import")
    String choose(Model model) {
        model.addAttribute("form", new FileForm(null));
        return start(model);
    }

    private String start(Model model) {
        model.addAttribute("recent", lists.recent());
        return "tenancy/orglist/upload";
    }

    @PostMapping("/r/{org}/organisations/import")
    String upload(@ModelAttribute("form") FileForm form, BindingResult faults, Model model)
            throws IOException {
        if (faults.hasErrors()) {
            return start(model);
        }
        var file = form.file();
        var name = file == null ? null : file.getOriginalFilename();
        if (file == null || name == null || name.isBlank()) {
            faults.rejectValue("file", "tenancy.orglist.file-missing");
            return start(model);
        }
        try (var content = file.getInputStream()) {
            return switch (lists.upload(name, content)) {
                case ListUpload.Read(var id) -> to(id);
                case ListUpload.Rejected(var reason, var detail) -> {
                    faults.rejectValue(
                            "file",
                            "tenancy.orglist.rejection." + reason,
                            new Object[] {detail},
                            reason.name());
                    yield start(model);
                }
            };
        }
    }

    private static String to(OrgListId list) {
        return "redirect:" + CurrentScope.get().path() + PAGES + "/" + list.value();
    }

    @GetMapping("/r/{org}/organisations/import/{list}")
    String look(
            @PathVariable UUID list,
            @RequestParam(defaultValue = "1") String page,
            Model model,
            Locale locale) {
        var found = lists.list(new OrgListId(list));
        var paging = Paging.of(Paging.number(page), found.counts().broken());
        model.addAttribute("list", found);
        model.addAttribute("paging", paging);
        model.addAttribute(
                "troubles",
                lists.broken(found.id(), Math.toIntExact(paging.offset()), paging.size()).stream()
                        .map(row -> trouble(row, locale))
                        .toList());
        return "tenancy/orglist/list";
    }

    private Trouble trouble(OrgList.Broken row, Locale locale) {
        return new Trouble(
                row.sheet(),
                row.line(),
                row.label(),
                row.faults().stream().map(fault -> reason(fault, locale)).toList());
    }

    private String reason(ListFault fault, Locale locale) {
        var column = messages.getMessage("tenancy.orglist.column." + fault.column(), null, locale);
        return messages.getMessage(
                "tenancy.orglist.fault." + fault.reason(),
                new Object[] {fault.value(), column},
                locale);
    }

    @PostMapping("/r/{org}/organisations/import/{list}/confirm")
    String confirm(@PathVariable UUID list, RedirectAttributes redirect) {
        var id = new OrgListId(list);
        redirect.addFlashAttribute("banner", "tenancy.orglist.banner." + lists.confirm(id));
        return to(id);
    }

    @PostMapping("/r/{org}/organisations/import/{list}/discard")
    String discard(@PathVariable UUID list, RedirectAttributes redirect) {
        var id = new OrgListId(list);
        if (!lists.discard(id)) {
            redirect.addFlashAttribute("banner", "tenancy.orglist.banner.WAS_OPEN");
            return to(id);
        }
        redirect.addFlashAttribute("banner", "tenancy.orglist.banner.discarded");
        return "redirect:" + CurrentScope.get().path() + PAGES;
    }
}
