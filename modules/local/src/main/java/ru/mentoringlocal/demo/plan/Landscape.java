package ru.mentoringlocal.demo.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mentoringlocal.demo.plan.SchoolPlan.Profile;

/** Draws the regions with their districts, schools and enterprises. */
public final class Landscape {

    private static final int PERCENT_IN_TOWN = 40;

    private record DistrictRow(
            String code,
            String name,
            String fullName,
            String seat,
            int schools,
            Profile profile,
            double sent,
            boolean listed) {}

    private record SchoolKind(
            String place, int weight, boolean small, int children, String name, String fullName) {}

    private record ByHand(
            String school,
            String name,
            String fullName,
            int children,
            RoadmapStage roadmap,
            RoadmapStage ofTeachers) {}

    private final long seed;
    private final Extent extent;
    private final int startYear;
    private final List<SchoolKind> kinds =
            Words.rows("school-kinds.csv")
                    .map(row ->
                            new SchoolKind(
                                    row[0],
                                    Integer.parseInt(row[1]),
                                    row[2].equals("yes"),
                                    Integer.parseInt(row[3]),
                                    row[4],
                                    row[5]))
                    .toList();

    private Landscape(long seed, Extent extent, int startYear) {
        this.seed = seed;
        this.extent = extent;
        this.startYear = startYear;
    }

    /**
     * Draws both regions: the one that everybody looks at, in the given extent, and the small one
     * behind the wall.
     *
     * @param startYear the calendar year in which the running school year began
     */
    public static List<RegionPlan> draw(long seed, Extent extent, int startYear) {
        var landscape = new Landscape(seed, extent, startYear);
        return Words.rows("regions.csv").map(landscape::region).toList();
    }

    private RegionPlan region(String[] row) {
        var key = row[0];
        var dice = Dice.of(seed).at(key);
        var since = LocalDate.of(startYear - RegionPlan.YEARS_BEFORE, 9, 1);
        var id = dice.id(since);
        var centre = dice.id(since);
        var byHand = byHand(key);
        var described = districts(row[5]);
        int count = key.equals("first") ? extent.schools() : Integer.MAX_VALUE;
        var districts = new ArrayList<DistrictPlan>();
        for (var district : chosen(described, byHand, count)) {
            int schools = share(district, described, count);
            districts.add(district(dice, district, centre, since, byHand, schools, count));
        }
        var ownSchools =
                row[6].isEmpty() || count < described.size()
                        ? List.<SchoolPlan>of()
                        : ownSchools(dice, row, centre, since, byHand);
        var enterprises = new HashMap<String, List<EnterprisePlan>>();
        enterprises.put(row[2], enterprises(dice.at(row[2]), 6));
        for (var district : districts) {
            enterprises.put(
                    district.code(),
                    enterprises(
                            dice.at(district.code()), Math.max(3, district.schools().size() / 3)));
        }
        return new RegionPlan(
                key,
                id,
                centre,
                row[1],
                row[2],
                row[3],
                row[4],
                since,
                row[7],
                districts,
                ownSchools,
                enterprises);
    }

    /** Fewer schools than districts: only the district of the first school made by hand. */
    private static List<DistrictRow> chosen(
            List<DistrictRow> described, Map<String, ByHand> byHand, int schools) {
        if (schools >= described.size()) {
            return described;
        }
        var first = byHand.keySet().iterator().next();
        return described.stream().filter(row -> first.startsWith(row.code() + "-")).toList();
    }

    /** How many of the wanted schools lie in a district. */
    private int share(DistrictRow row, List<DistrictRow> described, int wanted) {
        if (wanted == Integer.MAX_VALUE) {
            return row.schools();
        }
        if (wanted < described.size()) {
            return wanted;
        }
        int sum = described.stream().mapToInt(DistrictRow::schools).sum();
        int own = Extent.DESCRIBED_SCHOOLS - sum;
        int before =
                described.stream()
                        .takeWhile(other -> !other.equals(row))
                        .mapToInt(DistrictRow::schools)
                        .sum();
        long spread = (long) wanted - own;
        return (int) (spread * (before + row.schools()) / sum - spread * before / sum);
    }

    private DistrictPlan district(
            Dice region,
            DistrictRow row,
            UUID centre,
            LocalDate since,
            Map<String, ByHand> byHand,
            int count,
            int wanted) {
        var dice = region.at(row.code());
        var id = dice.id(since);
        int drawn = Math.max(count, row.schools());
        var stages = stages(dice.at("roadmaps"), drawn, row.sent());
        var villages = dice.at("places").shuffled(Words.all().settlements());
        int town = Math.max(1, drawn * PERCENT_IN_TOWN / 100);
        var schools = new ArrayList<SchoolPlan>();
        for (int number = 1; number <= drawn; number++) {
            var code = "%s-%02d".formatted(row.code(), number);
            var own = dice.at("school", number);
            var kind = kind(own, number <= town ? "town" : "village");
            int round = (number - town - 1) / villages.size() + 1;
            var place =
                    number <= town
                            ? row.seat()
                            : villages.get((number - town - 1) % villages.size());
            int name = number <= town ? number : round;
            var hand = byHand.get(code);
            schools.add(
                    school(
                            own,
                            id,
                            row.code(),
                            code,
                            hand == null ? named(kind.name(), place, name, round) : hand.name(),
                            hand == null
                                    ? named(kind.fullName(), place, name, round) + "»"
                                    : hand.fullName(),
                            kind.small() && hand == null,
                            since,
                            row.listed(),
                            hand == null ? children(own, kind.children()) : hand.children(),
                            row.profile(),
                            hand == null ? stages.get(number - 1) : hand.roadmap(),
                            hand));
        }
        return new DistrictPlan(
                id, row.code(), row.name(), row.fullName(), trimmed(schools, count, wanted));
    }

    /** Of a district that was drawn in full the schools made by hand come first. */
    private static List<SchoolPlan> trimmed(List<SchoolPlan> schools, int count, int wanted) {
        if (count >= schools.size()) {
            return List.copyOf(schools);
        }
        var kept =
                Stream.concat(
                                schools.stream().filter(SchoolPlan::byHand),
                                schools.stream().filter(school -> !school.byHand()))
                        .limit(Math.min(count, wanted))
                        .toList();
        return schools.stream().filter(kept::contains).toList();
    }

    private List<SchoolPlan> ownSchools(
            Dice region, String[] row, UUID centre, LocalDate since, Map<String, ByHand> byHand) {
        var rows = Words.rows(row[6]).toList();
        return IntStream.range(0, rows.size())
                .mapToObj(index -> {
                    var code = "%s-%02d".formatted(row[2], index + 1);
                    var dice = region.at(row[2], "school", index + 1);
                    var hand = byHand.get(code);
                    var described = rows.get(index);
                    return school(
                            dice,
                            centre,
                            row[2],
                            code,
                            described[0],
                            described[1],
                            false,
                            since,
                            true,
                            scaled(Integer.parseInt(described[2])),
                            new Profile(0.76, 0.13, 0.85, 0.4),
                            hand == null ? RoadmapStage.IN_FORCE : hand.roadmap(),
                            hand);
                })
                .toList();
    }

    private SchoolPlan school(
            Dice dice,
            UUID parent,
            String area,
            String code,
            String name,
            String fullName,
            boolean small,
            LocalDate since,
            boolean listed,
            int children,
            Profile profile,
            RoadmapStage stage,
            @Nullable ByHand hand) {
        boolean byHand = hand != null;
        var id = dice.id(since);
        var firstYear = startYear - (dice.chance(0.12) && !byHand ? 1 : 2);
        return new SchoolPlan(
                id,
                parent,
                area,
                code,
                name,
                fullName,
                small,
                listed ? LocalDate.of(firstYear, 9, 1) : null,
                children,
                dice.round(children / 32.0),
                new Profile(
                        Math.min(0.97, profile.mentees() * dice.around(0.2)),
                        profile.mentors() * dice.around(0.3),
                        Math.min(1, profile.young() * dice.around(0.2)),
                        profile.enterprises()),
                byHand
                        ? new Readiness(stage, 1, 0.91, 0.94)
                        : Readiness.draw(dice.at("readiness"), stage),
                byHand,
                hand == null ? RoadmapStage.NONE : hand.ofTeachers());
    }

    private int children(Dice dice, int mean) {
        return Math.max(8, scaled(dice.round(dice.uneven(mean))));
    }

    private int scaled(int children) {
        return Math.max(1, (int) Math.round(children * extent.scale()));
    }

    private SchoolKind kind(Dice dice, String place) {
        var possible = kinds.stream().filter(kind -> kind.place().equals(place)).toList();
        int throwOf100 = dice.between(1, 100);
        int sum = 0;
        for (var kind : possible) {
            sum += kind.weight();
            if (throwOf100 <= sum) {
                return kind;
            }
        }
        return possible.getLast();
    }

    /** A village's second school of the same kind gets a number, the first has none. */
    private static String named(String pattern, String place, int number, int round) {
        var name = pattern.formatted(place, number);
        return pattern.contains("%d") || round < 2 ? name : name + " № " + round;
    }

    /** As many schools have sent their roadmap as the district reports; the others are late. */
    private static List<RoadmapStage> stages(Dice dice, int schools, double sent) {
        int late = (int) Math.round(schools * (1 - sent));
        var stages = new ArrayList<RoadmapStage>();
        for (int i = 0; i < schools; i++) {
            int throwOf100 = dice.between(1, 100);
            if (i < late) {
                stages.add(throwOf100 <= 45 ? RoadmapStage.NONE : RoadmapStage.DRAFT);
            } else if (throwOf100 <= 14) {
                stages.add(RoadmapStage.SENT);
            } else if (throwOf100 <= 23) {
                stages.add(RoadmapStage.RETURNED);
            } else if (throwOf100 <= 36) {
                stages.add(RoadmapStage.AGREED);
            } else {
                stages.add(RoadmapStage.IN_FORCE);
            }
        }
        return dice.shuffled(stages);
    }

    private static List<EnterprisePlan> enterprises(Dice dice, int count) {
        var known = Words.all().employers();
        var chosen = dice.shuffled(known);
        return IntStream.range(0, count)
                .mapToObj(index -> {
                    var employer = chosen.get(index % chosen.size());
                    return new EnterprisePlan(
                            EnterprisePlan.inn(dice.between(100_000, 9_999_999)),
                            employer.name(),
                            employer.posts());
                })
                .toList();
    }

    private static List<DistrictRow> districts(String table) {
        return Words.rows(table)
                .map(row ->
                        new DistrictRow(
                                row[0],
                                row[1],
                                row[2],
                                row[3],
                                Integer.parseInt(row[4]),
                                new Profile(
                                        percent(row[5]),
                                        percent(row[6]),
                                        percent(row[7]),
                                        percent(row[8])),
                                percent(row[9]),
                                row[10].equals("yes")))
                .toList();
    }

    private static Map<String, ByHand> byHand(String region) {
        var schools = new LinkedHashMap<String, ByHand>();
        Words.rows("by-hand.csv")
                .filter(row -> row[0].equals(region))
                .map(row ->
                        new ByHand(
                                row[1],
                                row[2],
                                row[3],
                                Integer.parseInt(row[4]),
                                RoadmapStage.valueOf(row[5]),
                                RoadmapStage.valueOf(row[6])))
                .forEach(row -> schools.put(row.school(), row));
        return schools;
    }

    private static double percent(String text) {
        return Double.parseDouble(text) / 100;
    }
}
