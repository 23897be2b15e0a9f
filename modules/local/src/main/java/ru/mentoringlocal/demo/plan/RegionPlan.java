package ru.mentoringlocal.demo.plan;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A region with everything below it.
 *
 * @param key names the region in the seed's paths and in the tables of the demonstration
 * @param own the code under which the region's own schools and enterprises are listed
 * @param since when all its organisations were opened
 * @param listedBy the order that put its schools on the approved list
 * @param ownSchools the schools directly below the centre
 * @param enterprises who sends mentors, by the code of a district; the region's own serve everybody
 */
public record RegionPlan(
        String key,
        UUID id,
        UUID centre,
        String code,
        String own,
        String name,
        String fullName,
        LocalDate since,
        String listedBy,
        List<DistrictPlan> districts,
        List<SchoolPlan> ownSchools,
        Map<String, List<EnterprisePlan>> enterprises) {

    /** How many school years an organisation had been there when the running one began. */
    static final int YEARS_BEFORE = 4;

    /** All schools, those of the districts first. */
    public Stream<SchoolPlan> schools() {
        return Stream.concat(
                districts.stream().flatMap(district -> district.schools().stream()),
                ownSchools.stream());
    }

    /** The calendar year in which the running school year began. */
    public int startYear() {
        return since.getYear() + YEARS_BEFORE;
    }

    /** Finds the organisation with a code. */
    public Optional<UUID> organisation(String wanted) {
        if (code.equals(wanted)) {
            return Optional.of(centre);
        }
        return Stream.concat(
                        districts.stream()
                                .filter(district -> district.code().equals(wanted))
                                .map(DistrictPlan::id),
                        schools()
                                .filter(school -> school.code().equals(wanted))
                                .map(SchoolPlan::id))
                .findFirst();
    }

    /**
     * All schools in the order in which they get their people: those made by hand, then one of each
     * district in turn, so that every page has something to show long before the last is done.
     */
    public List<SchoolPlan> inOrder() {
        var byHand = Words.rows("by-hand.csv").map(row -> row[1]).toList();
        var ordered =
                new ArrayList<>(
                        schools()
                                .filter(SchoolPlan::byHand)
                                .sorted(comparing(school -> byHand.indexOf(school.code())))
                                .toList());
        var waiting = new LinkedHashMap<String, List<SchoolPlan>>();
        schools()
                .filter(school -> !school.byHand())
                .forEach(school ->
                        waiting.computeIfAbsent(school.area(), area -> new ArrayList<>())
                                .add(school));
        int most = waiting.values().stream().mapToInt(List::size).max().orElse(0);
        for (int turn = 0; turn < most; turn++) {
            for (var area : waiting.values()) {
                if (turn < area.size()) {
                    ordered.add(area.get(turn));
                }
            }
        }
        return ordered;
    }
}
