package ru.mentoring.tenancy.organisations.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.mentoring.shared.pages.Option;
import ru.mentoring.tenancy.Accounts;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.NoSuchOrg;
import ru.mentoring.tenancy.OrgChange;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgKind;
import ru.mentoring.tenancy.OrgOnDay;
import ru.mentoring.tenancy.Permitted;
import ru.mentoring.tenancy.ReorganisationId;
import ru.mentoring.tenancy.organisations.Consequences;
import ru.mentoring.tenancy.organisations.OrgDirectory;
import ru.mentoring.tenancy.organisations.Reorganisation;
import ru.mentoring.tenancy.organisations.Reorganisation.State;
import ru.mentoring.tenancy.organisations.Reorganisations;
import ru.mentoring.tenancy.organisations.Reorganisations.Outcome;
import ru.mentoring.tenancy.organisations.Reorganisations.Preview;
import ru.mentoring.tenancy.organisations.TreeOnDay;

/** Changes of the tree: filled in, looked over, proposed, confirmed, returned, taken back. */
@Controller
class ChangeController {

    /** How many changes of the past the list shows. */
    private static final int PAST = 50;

    private final OrgDirectory directory;
    private final Reorganisations reorganisations;
    private final Consequences consequences;
    private final Accounts accounts;
    private final Wordings wordings;
    private final MessageSource messages;

    ChangeController(
            OrgDirectory directory,
            Reorganisations reorganisations,
            Consequences consequences,
            Accounts accounts,
            Wordings wordings,
            MessageSource messages) {
        this.directory = directory;
        this.reorganisations = reorganisations;
        this.consequences = consequences;
        this.accounts = accounts;
        this.wordings = wordings;
        this.messages = messages;
    }

    /** A change as a line of the list. */
    record Line(Reorganisation change, String title, String proposer) {}

    /** Somewhere an organisation below may go when it is split. */
    record Destination(OrgOnDay org, List<Option> options, String chosen) {}

    @Permitted("organisation.propose")
    @GetMapping({"/d/{org}/organisations/{id}/change", "/r/{org}/organisations/{id}/change"})
    String form(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable ChangeKind kind,
            @RequestParam(required = false) @Nullable UUID from,
            Model model,
            Locale locale) {
        var org = existing(id);
        if (from != null) {
            var before = reorganisations.find(new ReorganisationId(from));
            model.addAttribute(
                    "form",
                    ChangeForm.of(
                            before.change(),
                            before.day(),
                            before.orderNumber(),
                            before.orderDate()));
            return form(org, ChangeKind.of(before.change()), model, locale);
        }
        if (kind == null || !offered(org).contains(kind)) {
            model.addAttribute("subject", org);
            model.addAttribute("kinds", offered(org));
            return "tenancy/organisations/change-kind";
        }
        model.addAttribute(
                "form",
                ChangeForm.blank(kind, org.name(), org.fullName(), kind == ChangeKind.RENAMING));
        return form(org, kind, model, locale);
    }

    @Permitted("organisation.propose")
    @PostMapping({"/d/{org}/organisations/{id}/change", "/r/{org}/organisations/{id}/change"})
    String propose(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ChangeForm form,
            BindingResult faults,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        var org = existing(id);
        if (form.kind() == null) {
            model.addAttribute("subject", org);
            model.addAttribute("kinds", offered(org));
            return "tenancy/organisations/change-kind";
        }
        form.examine(faults, org.id());
        if (faults.hasErrors() || form.action() == ChangeForm.Action.EDIT) {
            return form(org, form.kind(), model, locale);
        }
        var change = form.change(org.id());
        var day = Objects.requireNonNull(form.day());
        if (form.action() != ChangeForm.Action.PROPOSE) {
            var preview = reorganisations.preview(change, day);
            if (preview.objections().isEmpty()) {
                model.addAttribute("subject", org);
                model.addAttribute(
                        "title", wordings.title(change, wordings.names(preview.before()), locale));
                describe(preview, model, locale);
                return "tenancy/organisations/change-preview";
            }
            object(preview, faults, locale);
            return form(org, form.kind(), model, locale);
        }
        var outcome =
                reorganisations.propose(
                        change,
                        day,
                        Objects.requireNonNull(form.orderNumber()).strip(),
                        Objects.requireNonNull(form.orderDate()));
        return switch (outcome) {
            case Outcome.Done(var made, var state) -> {
                redirect.addFlashAttribute("banner", banner(state));
                yield to(made);
            }
            case Outcome.Refused _ -> {
                object(reorganisations.preview(change, day), faults, locale);
                yield form(org, form.kind(), model, locale);
            }
            case Outcome.Overtaken _ -> throw overtaken();
        };
    }

    private void object(Preview preview, BindingResult faults, Locale locale) {
        wordings.objections(preview.objections(), wordings.names(preview.before()), locale)
                .forEach(reason -> faults.reject("tenancy.organisations.objection", reason));
    }

    /** Whatever stands there today and is the scope's own or below it. */
    private OrgOnDay existing(UUID id) {
        var tree = directory.tree(directory.today());
        var org = tree.find(new OrgId(id)).orElseThrow(() -> new NoSuchOrg(new OrgId(id)));
        if (!directory.isOurs(tree, org.id())) {
            throw new NoSuchOrg(org.id());
        }
        return org;
    }

    private static Set<ChangeKind> offered(OrgOnDay org) {
        var scope = CurrentScope.get();
        return ChangeKind.offeredFor(
                org.kind(), scope.level() != Level.REGION && org.id().equals(scope.org()));
    }

    private String form(OrgOnDay org, ChangeKind kind, Model model, Locale locale) {
        var form = (ChangeForm) Objects.requireNonNull(model.getAttribute("form"));
        var tree = directory.tree(form.day() == null ? directory.today() : form.day());
        model.addAttribute("subject", org);
        model.addAttribute("kind", kind);
        switch (kind) {
            case OPENING -> model.addAttribute("orgKinds", kindsBelow(org, locale));
            case MOVING -> model.addAttribute("parents", parents(tree, org));
            case MERGING -> {
                var siblings = siblings(tree, org);
                model.addAttribute("siblings", siblings);
                var successors = new ArrayList<Option>();
                successors.add(new Option(org.id().value().toString(), org.name()));
                successors.addAll(siblings);
                model.addAttribute("successors", successors);
            }
            case SPLITTING ->
                    model.addAttribute("destinations", destinations(tree, org, form, locale));
            case RENAMING, CLOSING -> {}
        }
        return "tenancy/organisations/change-form";
    }

    private List<Option> kindsBelow(OrgOnDay org, Locale locale) {
        return Arrays.stream(OrgKind.values())
                .filter(kind -> kind.mayStandBelow(org.kind()))
                .map(kind ->
                        new Option(kind.name(), text("tenancy.organisations.kind." + kind, locale)))
                .toList();
    }

    /** Branches stay within their district; otherwise all schools of the region would be here. */
    private static List<Option> parents(TreeOnDay tree, OrgOnDay org) {
        var above = tree.above(org.id());
        var within = above.size() > 1 ? above.get(1).id() : null;
        return Arrays.stream(OrgKind.values())
                .filter(org.kind()::mayStandBelow)
                .flatMap(kind -> tree.all(kind).stream())
                .filter(one ->
                        org.kind() != OrgKind.BRANCH
                                || within == null
                                || tree.isWithin(one.id(), within))
                .filter(one -> !one.id().equals(org.parent()))
                .map(ChangeController::option)
                .toList();
    }

    private static List<Option> siblings(TreeOnDay tree, OrgOnDay org) {
        return org.parent() == null
                ? List.of()
                : tree.children(org.parent()).stream()
                        .filter(one -> one.kind() == org.kind() && !one.id().equals(org.id()))
                        .map(ChangeController::option)
                        .toList();
    }

    private List<Destination> destinations(
            TreeOnDay tree, OrgOnDay org, ChangeForm form, Locale locale) {
        var chosen = form.destinations();
        return tree.children(org.id()).stream()
                .map(child -> {
                    var id = child.id().value();
                    var options = new ArrayList<Option>();
                    options.add(
                            new Option(
                                    id + ":0",
                                    text("tenancy.organisations.change.goes.stays", locale)));
                    for (int part = 1; part <= ChangeForm.PARTS; part++) {
                        options.add(
                                new Option(
                                        id + ":" + part,
                                        messages.getMessage(
                                                "tenancy.organisations.change.goes.part",
                                                new Object[] {part},
                                                locale)));
                    }
                    return new Destination(child, options, id + ":" + chosen.getOrDefault(id, 0));
                })
                .toList();
    }

    private static Option option(OrgOnDay org) {
        return new Option(org.id().value().toString(), org.name());
    }

    private void describe(Preview preview, Model model, Locale locale) {
        model.addAttribute("steps", wordings.steps(preview, locale));
        model.addAttribute("sums", wordings.sums(consequences.of(preview), locale));
        model.addAttribute("schools", consequences.schoolsTouchedBy(preview));
        var scope = CurrentScope.get();
        model.addAttribute(
                "decides", scope.level() == Level.REGION && scope.may("organisation.confirm"));
        model.addAttribute("today", directory.today());
    }

    @Permitted("organisation.view")
    @GetMapping({"/d/{org}/organisations/changes", "/r/{org}/organisations/changes"})
    String changes(Model model, Locale locale) {
        var names = wordings.names(directory.today());
        var all =
                reorganisations.all().stream()
                        .map(change ->
                                new Line(
                                        change,
                                        wordings.title(change.change(), names, locale),
                                        names.of(change.proposer())))
                        .toList();
        model.addAttribute(
                "ahead",
                all.stream()
                        .filter(line -> line.change().state().isOpen())
                        .sorted(Comparator.comparing(line -> line.change().day()))
                        .toList());
        model.addAttribute(
                "past",
                all.stream().filter(line -> !line.change().state().isOpen()).limit(PAST).toList());
        return "tenancy/organisations/changes";
    }

    @Permitted("organisation.view")
    @GetMapping({
        "/d/{org}/organisations/changes/{change}",
        "/r/{org}/organisations/changes/{change}"
    })
    String change(@PathVariable UUID change, Model model, Locale locale) {
        show(reorganisations.find(new ReorganisationId(change)), model, locale);
        return "tenancy/organisations/change";
    }

    private void show(Reorganisation change, Model model, Locale locale) {
        var scope = CurrentScope.get();
        var names = wordings.names(directory.today());
        if (!model.containsAttribute("decision")) {
            model.addAttribute("decision", new DecisionForm(change.version(), ""));
        }
        model.addAttribute("change", change);
        model.addAttribute("title", wordings.title(change.change(), names, locale));
        model.addAttribute("proposer", names.of(change.proposer()));
        model.addAttribute(
                "proposedBy",
                change.proposedBy() == null ? "" : accounts.displayName(change.proposedBy()));
        model.addAttribute(
                "decidedBy",
                change.decidedBy() == null ? "" : accounts.displayName(change.decidedBy()));
        model.addAttribute("subjectId", subject(change.change()).value());
        model.addAttribute(
                "failures",
                change.state() == State.FAILED && change.remark() != null
                        ? Arrays.stream(change.remark().split(" "))
                                .map(reason ->
                                        messages.getMessage(
                                                "tenancy.organisations.objection." + reason,
                                                new Object[] {"—"},
                                                locale))
                                .toList()
                        : List.of());
        if (change.state().isOpen()) {
            var preview = reorganisations.preview(change.change(), change.day());
            describe(preview, model, locale);
            model.addAttribute(
                    "objections",
                    wordings.objections(
                            preview.objections(), wordings.names(preview.before()), locale));
        }
        var ours = change.proposer().equals(scope.org());
        var proposed = change.state() == State.PROPOSED;
        model.addAttribute("mayDecide", proposed && scope.may("organisation.confirm"));
        model.addAttribute(
                "mayWithdraw",
                proposed && ours && scope.may("organisation.propose")
                        || change.state() == State.CONFIRMED && scope.may("organisation.confirm"));
        model.addAttribute(
                "mayRepeat",
                !change.state().isOpen()
                        && change.state() != State.IN_FORCE
                        && ours
                        && scope.may("organisation.propose"));
    }

    /** From whose page the change was proposed. */
    private static OrgId subject(OrgChange change) {
        return switch (change) {
            case OrgChange.Opening opening -> opening.parent();
            case OrgChange.Renaming renaming -> renaming.org();
            case OrgChange.Moving moving -> moving.org();
            case OrgChange.Closing closing -> closing.org();
            case OrgChange.Merging merging ->
                    merging.into() == null
                            ? merging.orgs().stream()
                                    .min(Comparator.comparing(OrgId::value))
                                    .orElseThrow()
                            : merging.into();
            case OrgChange.Splitting splitting -> splitting.org();
        };
    }

    @Permitted("organisation.confirm")
    @PostMapping("/r/{org}/organisations/changes/{change}/confirm")
    String confirm(
            @PathVariable UUID change,
            @Valid @ModelAttribute("decision") DecisionForm form,
            BindingResult faults,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var found = reorganisations.find(new ReorganisationId(change));
        if (faults.hasErrors() || form.seen() == null) {
            show(found, model, locale);
            return "tenancy/organisations/change";
        }
        var outcome = reorganisations.confirm(found.id(), form.seen());
        if (outcome instanceof Outcome.Refused) {
            response.setStatus(HttpStatus.CONFLICT.value());
            show(found, model, locale);
            return "tenancy/organisations/change";
        }
        return done(outcome, redirect);
    }

    @Permitted("organisation.confirm")
    @PostMapping("/r/{org}/organisations/changes/{change}/refuse")
    String refuse(
            @PathVariable UUID change,
            @Valid @ModelAttribute("decision") DecisionForm form,
            BindingResult faults,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        var found = reorganisations.find(new ReorganisationId(change));
        if (form.reason().isEmpty()) {
            faults.rejectValue("remark", "tenancy.organisations.fault.remark");
        }
        if (faults.hasErrors() || form.seen() == null) {
            show(found, model, locale);
            return "tenancy/organisations/change";
        }
        return done(reorganisations.refuse(found.id(), form.seen(), form.reason()), redirect);
    }

    @Permitted("organisation.propose")
    @PostMapping({
        "/d/{org}/organisations/changes/{change}/withdraw",
        "/r/{org}/organisations/changes/{change}/withdraw"
    })
    String withdraw(
            @PathVariable UUID change,
            @Valid @ModelAttribute("decision") DecisionForm form,
            BindingResult faults,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        var found = reorganisations.find(new ReorganisationId(change));
        if (faults.hasErrors() || form.seen() == null) {
            show(found, model, locale);
            return "tenancy/organisations/change";
        }
        return done(reorganisations.withdraw(found.id(), form.seen()), redirect);
    }

    private static String done(Outcome outcome, RedirectAttributes redirect) {
        if (outcome instanceof Outcome.Done(var id, var state)) {
            redirect.addFlashAttribute("banner", banner(state));
            return to(id);
        }
        throw overtaken();
    }

    private static OptimisticLockingFailureException overtaken() {
        return new OptimisticLockingFailureException("Somebody else decided the change meanwhile");
    }

    private static String banner(State state) {
        return "tenancy.organisations.banner." + state;
    }

    private static String to(ReorganisationId id) {
        return "redirect:%s/organisations/changes/%s"
                .formatted(CurrentScope.get().path(), id.value());
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
