package ru.mentoring.tenancy.organisations.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.mentoring.shared.pages.Plurals;
import ru.mentoring.tenancy.NoSuchOrg;
import ru.mentoring.tenancy.OrgChange;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.organisations.Consequences.Sum;
import ru.mentoring.tenancy.organisations.Objection;
import ru.mentoring.tenancy.organisations.OrgDirectory;
import ru.mentoring.tenancy.organisations.Reorganisations.Preview;
import ru.mentoring.tenancy.organisations.Step;
import ru.mentoring.tenancy.organisations.TreeOnDay;

/** Says in sentences what a change of the tree is, what it does and why it cannot be. */
@Component
class Wordings {

    private static final String STEP = "tenancy.organisations.step.";

    private final OrgDirectory directory;
    private final MessageSource messages;

    Wordings(OrgDirectory directory, MessageSource messages) {
        this.directory = directory;
        this.messages = messages;
    }

    /**
     * A sentence with what it sums up.
     *
     * @param names the organisations meant, where the sentence only counts them
     */
    record Sentence(String text, List<String> names) {}

    /** Names organisations as they are called on a day, those of other days by their last name. */
    final class Names {

        private final TreeOnDay tree;
        private final Map<OrgId, String> others = new HashMap<>();

        Names(TreeOnDay tree) {
            this.tree = tree;
        }

        String of(@Nullable OrgId org) {
            return org == null
                    ? "—"
                    : tree.find(org)
                            .map(one -> one.name())
                            .orElseGet(() -> others.computeIfAbsent(org, this::elsewhere));
        }

        private String elsewhere(OrgId org) {
            try {
                return directory.organisation(org).name();
            } catch (NoSuchOrg unknown) {
                return "—";
            }
        }

        String of(Collection<OrgId> orgs) {
            return orgs.stream().map(this::of).sorted().collect(Collectors.joining(", "));
        }
    }

    Names names(LocalDate day) {
        return names(directory.tree(day));
    }

    Names names(TreeOnDay tree) {
        return new Names(tree);
    }

    /** Says in a line what is to be done, such as «Объединение: Север, Юг → Север». */
    String title(OrgChange change, Names names, Locale locale) {
        var key = "tenancy.organisations.change.title." + ChangeKind.of(change);
        return switch (change) {
            case OrgChange.Opening opening ->
                    text(locale, key, opening.naming().name(), names.of(opening.parent()));
            case OrgChange.Renaming renaming ->
                    text(locale, key, names.of(renaming.org()), renaming.name());
            case OrgChange.Moving moving ->
                    text(locale, key, names.of(moving.org()), names.of(moving.parent()));
            case OrgChange.Closing closing -> text(locale, key, names.of(closing.org()));
            case OrgChange.Merging(var orgs, var into, var opened, var follows) ->
                    text(
                            locale,
                            key,
                            names.of(orgs),
                            opened == null ? names.of(into) : opened.name());
            case OrgChange.Splitting splitting ->
                    text(
                            locale,
                            key,
                            names.of(splitting.org()),
                            splitting.parts().stream()
                                    .map(part -> part.naming().name())
                                    .collect(Collectors.joining(", ")));
        };
    }

    /** Says what happens, step by step; moves from one place to another are told together. */
    List<Sentence> steps(Preview preview, Locale locale) {
        var opened = new HashMap<OrgId, String>();
        var names = new Names(preview.before());
        for (var step : preview.steps()) {
            if (step instanceof Step.Open open) {
                opened.put(open.org(), open.naming().name());
            }
        }
        var moves = new LinkedHashMap<List<String>, List<String>>();
        var sentences = new ArrayList<Sentence>();
        for (var step : preview.steps()) {
            switch (step) {
                case Step.Open open ->
                        sentences.add(
                                sentence(
                                        locale,
                                        "open",
                                        open.naming().name(),
                                        open.naming().code(),
                                        named(open.parent(), opened, names)));
                case Step.Rename rename ->
                        sentences.add(
                                sentence(
                                        locale,
                                        "rename",
                                        names.of(rename.org()),
                                        rename.name(),
                                        rename.fullName()));
                case Step.Move(var org, var parent) ->
                        moves.computeIfAbsent(
                                        List.of(
                                                names.of(
                                                        preview.before()
                                                                .find(org)
                                                                .map(one -> one.parent())
                                                                .orElse(null)),
                                                named(parent, opened, names)),
                                        key -> new ArrayList<>())
                                .add(names.of(org));
                case Step.Close close ->
                        sentences.add(sentence(locale, "close", names.of(close.org())));
                case Step.Succeed(var predecessor, var successor) ->
                        sentences.add(
                                sentence(
                                        locale,
                                        "succeed",
                                        named(predecessor, opened, names),
                                        named(successor, opened, names)));
                case Step.CopyRoles(var from, var to) ->
                        sentences.add(
                                sentence(
                                        locale,
                                        "copy-roles",
                                        named(from, opened, names),
                                        named(to, opened, names)));
            }
        }
        moves.forEach((way, moved) -> sentences.add(move(way, moved, locale)));
        return sentences;
    }

    private Sentence move(List<String> way, List<String> moved, Locale locale) {
        return moved.size() == 1
                ? sentence(locale, "move", moved.getFirst(), way.getFirst(), way.getLast())
                : new Sentence(
                        new Plurals(messages, locale)
                                .of(STEP + "moves", moved.size(), way.getFirst(), way.getLast()),
                        moved);
    }

    private static String named(OrgId org, Map<OrgId, String> opened, Names names) {
        var name = opened.get(org);
        return name == null ? names.of(org) : name;
    }

    private Sentence sentence(Locale locale, String key, String... arguments) {
        return new Sentence(text(locale, STEP + key, (Object[]) arguments), List.of());
    }

    /** Says why a change cannot be. */
    List<String> objections(List<Objection> objections, Names names, Locale locale) {
        return objections.stream()
                .map(objection ->
                        text(
                                locale,
                                "tenancy.organisations.objection." + objection.reason(),
                                names.of(objection.org())))
                .distinct()
                .toList();
    }

    /** Says how much of something is touched. */
    List<String> sums(List<Sum> sums, Locale locale) {
        var plurals = new Plurals(messages, locale);
        return sums.stream()
                .map(sum -> {
                    var counted = plurals.of(sum.key(), sum.number());
                    return sum.keptBack() == 0
                            ? counted
                            : counted
                                    + " "
                                    + plurals.of(
                                            "tenancy.organisations.change.kept-back",
                                            sum.keptBack());
                })
                .toList();
    }

    private String text(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
