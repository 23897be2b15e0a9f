package ru.mentoring.tenancy.organisations.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.validation.BindingResult;
import ru.mentoring.tenancy.Founding.Naming;
import ru.mentoring.tenancy.OrgChange;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgKind;

/**
 * A change of one organisation as it is filled in.
 *
 * @param action what the pressed button asks for
 * @param parent where the organisation is to stand
 * @param orgKind what is opened
 * @param others with which organisations it becomes one
 * @param into which of them stays; a new one is opened if there is none
 * @param parts what it is split into; empty ones do not count
 * @param goes into which part each organisation below goes, as {@code <id>:<number of the part>};
 *     with 0 it stays
 */
record ChangeForm(
        @NotNull ChangeKind kind,
        @Nullable Action action,
        @Nullable OrgKind orgKind,
        @Nullable UUID parent,
        List<UUID> others,
        @Nullable UUID into,
        @Size(max = 40) @Nullable String code,
        @Size(max = 200) @Nullable String name,
        @Size(max = 500) @Nullable String fullName,
        @Nullable Boolean small,
        @Nullable Boolean staffFollows,
        @Nullable Boolean stays,
        List<@Valid Part> parts,
        List<String> goes,
        @NotNull @DateTimeFormat(pattern = "dd.MM.yyyy") @Nullable LocalDate day,
        @NotBlank @Size(max = 60) @Nullable String orderNumber,
        @NotNull @DateTimeFormat(pattern = "dd.MM.yyyy") @Nullable LocalDate orderDate) {

    /** How many parts a form has room for. */
    static final int PARTS = 4;

    enum Action {
        PREVIEW,
        EDIT,
        PROPOSE
    }

    /** What a part of a split organisation is called. */
    record Part(
            @Size(max = 40) @Nullable String code,
            @Size(max = 200) @Nullable String name,
            @Size(max = 500) @Nullable String fullName) {

        boolean isEmpty() {
            return text(code).isEmpty() && text(name).isEmpty() && text(fullName).isEmpty();
        }

        Naming naming() {
            return new Naming(text(code), text(name), text(fullName));
        }
    }

    ChangeForm {
        others = others == null ? List.of() : List.copyOf(others);
        goes = goes == null ? List.of() : List.copyOf(goes);
        var all = new ArrayList<>(parts == null ? List.<Part>of() : parts);
        while (all.size() < PARTS) {
            all.add(new Part("", "", ""));
        }
        parts = List.copyOf(all.subList(0, PARTS));
    }

    /** A form in which nothing is filled in but what the organisation is called now. */
    static ChangeForm blank(ChangeKind kind, String name, String fullName, boolean naming) {
        return new ChangeForm(
                kind,
                null,
                null,
                null,
                List.of(),
                null,
                "",
                naming ? name : "",
                naming ? fullName : "",
                false,
                true,
                false,
                List.of(),
                List.of(),
                null,
                "",
                null);
    }

    /** Fills the form in with a change that was proposed before. */
    static ChangeForm of(OrgChange change, LocalDate day, String orderNumber, LocalDate orderDate) {
        var kind = ChangeKind.of(change);
        var naming = naming(change);
        var merging = change instanceof OrgChange.Merging one ? one : null;
        var splitting = change instanceof OrgChange.Splitting one ? one : null;
        return new ChangeForm(
                kind,
                null,
                change instanceof OrgChange.Opening opening ? opening.kind() : null,
                change instanceof OrgChange.Moving moving ? moving.parent().value() : null,
                merging == null ? List.of() : merging.orgs().stream().map(OrgId::value).toList(),
                merging == null || merging.into() == null ? null : merging.into().value(),
                naming.code(),
                naming.name(),
                naming.fullName(),
                change instanceof OrgChange.Opening opening && opening.small(),
                merging == null || merging.staffFollows(),
                splitting != null && splitting.stays(),
                splitting == null
                        ? List.of()
                        : splitting.parts().stream()
                                .map(part ->
                                        new Part(
                                                part.naming().code(),
                                                part.naming().name(),
                                                part.naming().fullName()))
                                .toList(),
                splitting == null ? List.of() : goes(splitting),
                day,
                orderNumber,
                orderDate);
    }

    private static List<String> goes(OrgChange.Splitting splitting) {
        var goes = new ArrayList<String>();
        for (int number = 0; number < splitting.parts().size(); number++) {
            for (var org : splitting.parts().get(number).takes()) {
                goes.add(org.value() + ":" + (number + 1));
            }
        }
        return goes;
    }

    private static Naming naming(OrgChange change) {
        return switch (change) {
            case OrgChange.Opening opening -> opening.naming();
            case OrgChange.Renaming renaming ->
                    new Naming("", renaming.name(), renaming.fullName());
            case OrgChange.Merging(var orgs, var into, var opened, var follows) ->
                    opened == null ? new Naming("", "", "") : opened;
            case OrgChange.Moving _, OrgChange.Splitting _, OrgChange.Closing _ ->
                    new Naming("", "", "");
        };
    }

    /** Notes what this kind of change needs and the form does not say. */
    void examine(BindingResult faults, OrgId org) {
        switch (kind) {
            case OPENING -> {
                if (orgKind == null) {
                    faults.rejectValue("orgKind", "NotNull");
                }
                examineNaming(faults, true);
            }
            case RENAMING -> examineNaming(faults, false);
            case MOVING -> {
                if (parent == null) {
                    faults.rejectValue("parent", "NotNull");
                }
            }
            case MERGING -> {
                if (merged(org).size() < 2) {
                    faults.rejectValue("others", "tenancy.organisations.fault.others");
                } else if (into == null) {
                    examineNaming(faults, true);
                } else if (!merged(org).contains(new OrgId(into))) {
                    faults.rejectValue("into", "tenancy.organisations.fault.into");
                }
            }
            case SPLITTING -> examineParts(faults);
            case CLOSING -> {}
        }
    }

    private void examineNaming(BindingResult faults, boolean withCode) {
        if (withCode && text(code).isEmpty()) {
            faults.rejectValue("code", "NotBlank");
        }
        if (text(name).isEmpty()) {
            faults.rejectValue("name", "NotBlank");
        }
        if (text(fullName).isEmpty()) {
            faults.rejectValue("fullName", "NotBlank");
        }
    }

    private void examineParts(BindingResult faults) {
        for (int number = 0; number < PARTS; number++) {
            var part = parts.get(number);
            if (part.isEmpty()) {
                continue;
            }
            if (text(part.code()).isEmpty()) {
                faults.rejectValue("parts[%d].code".formatted(number), "NotBlank");
            }
            if (text(part.name()).isEmpty()) {
                faults.rejectValue("parts[%d].name".formatted(number), "NotBlank");
            }
            if (text(part.fullName()).isEmpty()) {
                faults.rejectValue("parts[%d].fullName".formatted(number), "NotBlank");
            }
        }
        if (parts.stream().filter(part -> !part.isEmpty()).count() < (isStays() ? 1 : 2)) {
            faults.rejectValue("parts", "tenancy.organisations.fault.parts");
        }
    }

    private Set<OrgId> merged(OrgId org) {
        var merged = new LinkedHashSet<OrgId>();
        merged.add(org);
        others.forEach(other -> merged.add(new OrgId(other)));
        return merged;
    }

    /** The change that the form describes, once it has been examined. */
    OrgChange change(OrgId org) {
        var naming = new Naming(text(code), text(name), text(fullName));
        return switch (kind) {
            case OPENING ->
                    new OrgChange.Opening(
                            Objects.requireNonNull(orgKind),
                            org,
                            naming,
                            Boolean.TRUE.equals(small));
            case RENAMING -> new OrgChange.Renaming(org, text(name), text(fullName));
            case MOVING -> new OrgChange.Moving(org, new OrgId(Objects.requireNonNull(parent)));
            case MERGING ->
                    new OrgChange.Merging(
                            merged(org),
                            into == null ? null : new OrgId(into),
                            into == null ? naming : null,
                            Boolean.TRUE.equals(staffFollows));
            case SPLITTING -> new OrgChange.Splitting(org, isStays(), split());
            case CLOSING -> new OrgChange.Closing(org);
        };
    }

    private List<OrgChange.Part> split() {
        var takes = new HashMap<Integer, Set<OrgId>>();
        destinations()
                .forEach((org, number) ->
                        takes.computeIfAbsent(number, key -> new HashSet<>()).add(new OrgId(org)));
        var split = new ArrayList<OrgChange.Part>();
        for (int number = 0; number < PARTS; number++) {
            if (!parts.get(number).isEmpty()) {
                split.add(
                        new OrgChange.Part(
                                parts.get(number).naming(),
                                takes.getOrDefault(number + 1, Set.of())));
            }
        }
        return split;
    }

    /** Into which part each organisation below goes; those that stay are left out. */
    Map<UUID, Integer> destinations() {
        var destinations = new HashMap<UUID, Integer>();
        for (var one : goes) {
            var pieces = one.split(":", 2);
            if (pieces.length == 2 && pieces[1].matches("[1-" + PARTS + "]")) {
                try {
                    destinations.put(UUID.fromString(pieces[0]), Integer.valueOf(pieces[1]));
                } catch (IllegalArgumentException notAnOrganisation) {
                    continue;
                }
            }
        }
        return destinations;
    }

    public boolean isStays() {
        return Boolean.TRUE.equals(stays);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
