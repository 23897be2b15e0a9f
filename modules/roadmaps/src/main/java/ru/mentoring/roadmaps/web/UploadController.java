package ru.mentoring.roadmaps.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.mentoring.roadmaps.NoSuchRoadmap;
import ru.mentoring.roadmaps.domain.Proposal;
import ru.mentoring.roadmaps.domain.RoadmapQueries;
import ru.mentoring.roadmaps.domain.RoadmapUploads;
import ru.mentoring.roadmaps.domain.RoadmapUploads.Ending;
import ru.mentoring.roadmaps.domain.RoadmapUploads.Reason;
import ru.mentoring.roadmaps.domain.RoadmapUploads.Saved;
import ru.mentoring.roadmaps.domain.UploadId;
import ru.mentoring.roadmaps.recognition.Outcome;
import ru.mentoring.roadmaps.recognition.RoadmapRecognition;
import ru.mentoring.shared.pages.Option;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Permitted;
import ru.mentoring.tenancy.Track;

/** A paper becomes a roadmap: it is read, looked over, saved. */
@Controller
@Permitted("roadmap.edit")
class UploadController {

    private static final int MOST_ROWS = 1000;

    /** Name of the button that adds an empty row, followed by the number of the section. */
    private static final String ADD = "add-";

    private final RoadmapUploads uploads;
    private final RoadmapQueries queries;
    private final RoadmapRecognition recognition;
    private final RoadmapPage page;
    private final MessageSource messages;
    private final Clock clock;

    UploadController(
            RoadmapUploads uploads,
            RoadmapQueries queries,
            RoadmapRecognition recognition,
            RoadmapPage page,
            MessageSource messages,
            Clock clock) {
        this.uploads = uploads;
        this.queries = queries;
        this.recognition = recognition;
        this.page = page;
        this.messages = messages;
        this.clock = clock;
    }

    @InitBinder
    void allowLongForms(WebDataBinder binder) {
        binder.setAutoGrowCollectionLimit(MOST_ROWS);
    }

    @GetMapping("/s/{org}/roadmap/new")
    String paper(Model model) {
        model.addAttribute("waiting", uploads.waiting());
        return "roadmaps/upload";
    }

    /** Reads a file or pasted text; nothing is a roadmap before somebody has looked it over. */
    @PostMapping("/s/{org}/roadmap/uploads")
    ModelAndView receive(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String text,
            Model model,
            Locale locale) {
        boolean fromFile =
                file != null && !Objects.toString(file.getOriginalFilename(), "").isEmpty();
        if (!fromFile && text.isBlank()) {
            return refused("roadmaps.upload.nothing", List.of(), text, model, locale);
        }
        var outcome =
                fromFile && file != null
                        ? read(file)
                        : recognition.readText(text, LocalDate.now(clock));
        return switch (outcome) {
            case Outcome.Refused(var refusal) ->
                    refused(refusal.messageKey(), refusal.arguments(), text, model, locale);
            case Outcome.Recognised(var roadmap) -> {
                var name = fromFile && file != null ? name(file) : "";
                yield new ModelAndView(
                        "redirect:"
                                + CurrentScope.get().path()
                                + "/roadmap/uploads/"
                                + uploads.receive(name, roadmap).value());
            }
        };
    }

    /** Shows what was understood of a paper, or what has become of it meanwhile. */
    @GetMapping("/s/{org}/roadmap/uploads/{id}")
    ModelAndView preview(@PathVariable UUID id, Model model, Locale locale) {
        var upload = new UploadId(id);
        try {
            var reading = uploads.reading(upload);
            model.addAttribute(
                    "roadmapUpload", UploadForm.of(reading.proposal(), reading.version()));
            return new ModelAndView(put(reading, reading.proposal(), model, locale), model.asMap());
        } catch (NoSuchRoadmap gone) {
            return ended(upload, gone, HttpStatus.OK, model);
        }
    }

    /** Keeps what was corrected, adds a row, or saves the whole as a roadmap. */
    @PostMapping("/s/{org}/roadmap/uploads/{id}")
    ModelAndView correct(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "keep") String action,
            @ModelAttribute("roadmapUpload") UploadForm form,
            BindingResult binding,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        var upload = new UploadId(id);
        if (binding.hasErrors()) {
            var reading = uploads.reading(upload);
            return new ModelAndView(put(reading, reading.proposal(), model, locale), model.asMap());
        }
        try {
            return take(action, upload, form, ItemForm.seen(form.seen()), model, locale, redirect);
        } catch (NoSuchRoadmap gone) {
            return ended(upload, gone, HttpStatus.CONFLICT, model);
        } catch (OptimisticLockingFailureException changed) {
            return changed(action, upload, form, model, locale, redirect);
        }
    }

    private ModelAndView take(
            String action,
            UploadId upload,
            UploadForm form,
            long seen,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        if (action.equals("save")) {
            return save(upload, form, seen, model, locale, redirect);
        }
        boolean adding = action.matches(ADD + "\\d{1,3}");
        int section = adding ? Integer.parseInt(action.substring(ADD.length())) : 0;
        uploads.keep(
                upload,
                proposal -> {
                    var corrected = form.over(proposal);
                    return adding && section < corrected.parts().size()
                            ? corrected.withRowAdded(section)
                            : corrected;
                },
                seen);
        redirect.addFlashAttribute(
                "banner", adding ? "roadmaps.upload.added" : "roadmaps.upload.kept");
        if (adding) {
            redirect.addFlashAttribute("at", "end-" + section);
        }
        return new ModelAndView(
                "redirect:%s/roadmap/uploads/%s%s"
                        .formatted(
                                CurrentScope.get().path(),
                                upload.value(),
                                adding ? "#end-" + section : ""));
    }

    /**
     * Shows the writer's text again with what another window says instead; sending it once more
     * goes over the other one knowingly. Where both say the same there is nothing to choose.
     */
    private ModelAndView changed(
            String action,
            UploadId upload,
            UploadForm form,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        var reading = uploads.reading(upload);
        var mine = form.over(reading.proposal());
        var differences = new ProposalDifferences(messages, locale).of(mine, reading.proposal());
        if (differences.isEmpty()) {
            return take(action, upload, form, reading.version(), model, locale, redirect);
        }
        model.addAttribute("troubles", differences);
        model.addAttribute("changed", true);
        model.addAttribute("roadmapUpload", UploadForm.of(mine, reading.version()));
        return new ModelAndView(
                put(reading, mine, model, locale), model.asMap(), HttpStatus.CONFLICT);
    }

    private ModelAndView ended(
            UploadId upload, NoSuchRoadmap gone, HttpStatus status, Model model) {
        return ended(uploads.ending(upload).orElseThrow(() -> gone), status, model);
    }

    private static ModelAndView ended(Ending ending, HttpStatus status, Model model) {
        switch (ending) {
            case Ending.Saved(var fileName, var roadmap) -> {
                model.addAttribute("how", "saved");
                model.addAttribute("fileName", fileName);
                model.addAttribute("roadmapId", roadmap.value());
            }
            case Ending.Withdrawn(var fileName) -> {
                model.addAttribute("how", "withdrawn");
                model.addAttribute("fileName", fileName);
            }
            case Ending.Discarded(var fileName) -> {
                model.addAttribute("how", "discarded");
                model.addAttribute("fileName", fileName);
            }
        }
        return new ModelAndView("roadmaps/ended", model.asMap(), status);
    }

    @PostMapping("/s/{org}/roadmap/uploads/{id}/removal")
    ModelAndView discard(@PathVariable UUID id, Model model, RedirectAttributes redirect) {
        var upload = new UploadId(id);
        if (!uploads.discard(upload)
                && uploads.ending(upload).orElse(null) instanceof Ending.Saved saved) {
            return ended(saved, HttpStatus.CONFLICT, model);
        }
        redirect.addFlashAttribute("banner", "roadmaps.upload.discarded");
        return new ModelAndView("redirect:" + CurrentScope.get().path() + "/roadmap/new");
    }

    private ModelAndView save(
            UploadId upload,
            UploadForm form,
            long seen,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        return switch (uploads.save(upload, form::over, seen)) {
            case Saved.Composed(var roadmap) -> {
                redirect.addFlashAttribute("banner", "roadmaps.upload.saved");
                yield new ModelAndView(
                        "redirect:" + CurrentScope.get().path() + "/roadmap/" + roadmap.value());
            }
            case Saved.Refused(var reason) -> {
                var reading = uploads.reading(upload);
                model.addAttribute(
                        "troubles", List.of(trouble(reason, reading.proposal(), locale)));
                model.addAttribute(
                        "roadmapUpload", UploadForm.of(reading.proposal(), reading.version()));
                yield new ModelAndView(
                        put(reading, reading.proposal(), model, locale),
                        model.asMap(),
                        HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    private Trouble trouble(Reason reason, Proposal proposal, Locale locale) {
        var link =
                switch (reason) {
                    case TITLE_MISSING -> "#title";
                    case TRACK_MISSING -> "#track";
                    case PERIOD_WRONG -> "#to";
                    case NO_ROWS, ROW_WITHOUT_TITLE -> "#rows";
                    case ALREADY_THERE -> existing(proposal);
                };
        return new Trouble(
                messages.getMessage("roadmaps.upload.refused." + reason, null, locale), link);
    }

    private String existing(Proposal proposal) {
        var track = proposal.track();
        return track == null
                ? ""
                : queries.existing(track, proposal.startYear())
                        .map(id -> CurrentScope.get().path() + "/roadmap/" + id.value())
                        .orElse("");
    }

    private String put(
            RoadmapUploads.Reading reading, Proposal proposal, Model model, Locale locale) {
        model.addAttribute("upload", reading);
        model.addAttribute("proposal", proposal);
        model.addAttribute("words", page.words(locale));
        model.addAttribute(
                "tracks",
                Stream.of(Track.values())
                        .map(track ->
                                new Option(
                                        track.name(),
                                        messages.getMessage(
                                                "roadmaps.track-of." + track, null, locale)))
                        .toList());
        model.addAttribute("years", years(proposal.startYear()));
        return "roadmaps/preview";
    }

    private List<Option> years(int guessed) {
        int last = Math.max(LocalDate.now(clock).getYear() + 1, guessed);
        int first = Math.min(2019, guessed);
        return IntStream.iterate(last, year -> year >= first, year -> year - 1)
                .mapToObj(year ->
                        new Option(
                                String.valueOf(year), "%d/%02d".formatted(year, (year + 1) % 100)))
                .toList();
    }

    private ModelAndView refused(
            String key, List<String> arguments, String text, Model model, Locale locale) {
        model.addAttribute(
                "troubles",
                List.of(
                        new Trouble(
                                messages.getMessage(key, arguments.toArray(), locale), "#file")));
        model.addAttribute("text", text);
        return new ModelAndView(paper(model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Outcome read(MultipartFile file) {
        try {
            var copy = Files.createTempFile("roadmap-", ".upload");
            try {
                file.transferTo(copy);
                return recognition.read(copy, name(file), LocalDate.now(clock));
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    /** The last part of the name: some browsers send the whole path of the sender's disk. */
    private static String name(MultipartFile file) {
        var name = Objects.toString(file.getOriginalFilename(), "");
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
