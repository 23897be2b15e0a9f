package ru.mentoring.roadmaps.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import ru.mentoring.roadmaps.NoSuchRoadmap;
import ru.mentoring.roadmaps.RoadmapId;
import ru.mentoring.roadmaps.RoadmapState;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Forbidden;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.Scope;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.OracleDb;
import ru.mentoringtest.regions.Regions;

/**
 * Every action in every state by everybody: what the table allows is done, all the rest is refused
 * and changes nothing.
 */
@ModuleTest
class WhoMayDoWhatTests {

    @Autowired Regions regions;
    @Autowired RoadmapDrafting drafting;
    @Autowired RoadmapApproval approval;
    @Autowired RoadmapReview review;
    @Autowired RoadmapQueries queries;
    @Autowired OracleDb oracle;

    private record Rule(String action, Set<RoadmapState> states, Map<Where, Set<Role>> who) {

        boolean allows(RoadmapState state, Actor actor) {
            return states.contains(state)
                    && who.getOrDefault(actor.where(), Set.of()).contains(actor.role());
        }
    }

    /** Where somebody works, seen from the roadmap. */
    private enum Where {
        SCHOOL,
        DISTRICT_ABOVE,
        REGION_ABOVE,
        ELSEWHERE
    }

    private record Actor(Where where, Role role, Scope scope) {}

    /** A school with everybody around it. */
    private record Place(
            Regions.Org school, Regions.Org above, Role reviewer, List<Actor> actors) {}

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void doesWhatTheTableAllowsAndRefusesAllTheRest(boolean withDistrict) throws IOException {
        var workshop = new RoadmapWorkshop(drafting, approval, review, queries);
        var place = place(withDistrict);
        int allowed = 0;
        int refused = 0;
        for (var state : RoadmapState.values()) {
            var target = workshop.roadmap(place.school(), place.above(), place.reviewer(), state);
            var picture = picture(target);
            var seen = seen(place, target);
            for (var rule : rules()) {
                for (var actor : place.actors()) {
                    var attempt =
                            "%s in %s by %s at %s"
                                    .formatted(rule.action(), state, actor.role(), actor.where());
                    if (rule.allows(state, actor)) {
                        var fresh =
                                workshop.roadmap(
                                        place.school(), place.above(), place.reviewer(), state);
                        assertThat(act(rule.action(), seen(place, fresh), actor))
                                .as(attempt)
                                .isEqualTo("done");
                        allowed++;
                    } else {
                        assertThat(act(rule.action(), seen, actor))
                                .as(attempt)
                                .isIn("forbidden", "unknown", "WRONG_STATE");
                        refused++;
                    }
                }
            }
            assertThat(picture(target))
                    .as("refused attempts on a roadmap in %s leave no trace", state)
                    .isEqualTo(picture);
        }
        assertThat(allowed).isGreaterThan(20);
        assertThat(refused).isGreaterThan(900);
    }

    /** What the forms hold for those who may see them; a stranger would have to guess it. */
    private RoadmapView seen(Place place, RoadmapId id) {
        return place.school().askAsSystem(() -> queries.view(id, 0));
    }

    private String act(String action, RoadmapView seen, Actor actor) {
        var item = seen.rows().getFirst();
        try {
            var step =
                    CurrentScope.call(actor.scope(), () -> attempt(action, seen.id(), seen, item));
            return step instanceof Step.Refused(var reason, _) ? reason.name() : "done";
        } catch (Forbidden refusal) {
            return "forbidden";
        } catch (NoSuchRoadmap refusal) {
            return "unknown";
        }
    }

    private Step attempt(String action, RoadmapId id, RoadmapView seen, RoadmapView.Row item) {
        int edition = seen.edition();
        return switch (action) {
            case "submit" -> {
                if (seen.waiting() > 0 && CurrentScope.get().may("roadmap.submit")) {
                    drafting.answer(
                            id, item.notes().getFirst().id(), "Исправили", null, item.version());
                    yield approval.submit(id, queries.view(id, 0).version());
                }
                yield approval.submit(id, seen.version());
            }
            case "withdraw" -> approval.withdraw(id, seen.version());
            case "hand-over" -> approval.handOver(id, seen.version());
            case "approve" -> approval.approve(id, "1", Regions.SINCE, seen.version());
            case "refuse" -> approval.refuse(id, "Не так", seen.version());
            case "rewrite" ->
                    drafting.rewrite(
                            id, item.id(), RoadmapFixture.row("1", "Другое"), item.version());
            case "add" ->
                    drafting.add(id, seen.parts().getFirst().id(), RoadmapFixture.row("9", "Ещё"));
            case "remove" -> {
                var last = seen.rows().getLast();
                yield drafting.remove(id, last.id(), last.version());
            }
            case "answer" ->
                    drafting.answer(
                            id,
                            item.notes().isEmpty() ? RemarkId.next() : item.notes().getFirst().id(),
                            "Исправили",
                            null,
                            item.version());
            case "discard" -> drafting.discard(id, seen.version());
            case "accept" -> review.accept(id, item.id(), edition);
            case "accept-rest" -> review.acceptRest(id, edition);
            case "criticise" ->
                    review.criticise(id, item.id(), ItemField.RESULT, "Поясните", edition);
            case "agree" -> review.agree(id, seen.version());
            case "give-back" -> {
                if (CurrentScope.get().may("roadmap.review")
                        && seen.state() == RoadmapState.ON_AGREEMENT) {
                    review.criticise(id, item.id(), ItemField.RESULT, "Поясните", edition);
                    yield review.giveBack(id, queries.view(id, 0).version());
                }
                yield review.giveBack(id, seen.version());
            }
            default -> throw new IllegalArgumentException(action);
        };
    }

    private Place place(boolean withDistrict) {
        var region = regions.fresh();
        var district = region.district();
        var otherDistrict = region.district();
        var otherRegion = regions.fresh();
        var school = withDistrict ? district.school() : region.school();
        var actors = new ArrayList<Actor>();
        school.roles().forEach(role -> add(actors, Where.SCHOOL, school, role));
        district.roles()
                .forEach(role ->
                        add(
                                actors,
                                withDistrict ? Where.DISTRICT_ABOVE : Where.ELSEWHERE,
                                district,
                                role));
        region.roles()
                .forEach(role ->
                        add(
                                actors,
                                withDistrict ? Where.ELSEWHERE : Where.REGION_ABOVE,
                                region,
                                role));
        for (var stranger :
                List.of(
                        district.school(),
                        otherDistrict,
                        otherRegion,
                        otherRegion.school(),
                        region.school())) {
            stranger.roles().forEach(role -> add(actors, Where.ELSEWHERE, stranger, role));
        }
        return withDistrict
                ? new Place(school, district, Role.DISTRICT_OFFICER, actors)
                : new Place(school, region, Role.REGION_METHODIST, actors);
    }

    private static void add(List<Actor> actors, Where where, Regions.Org org, Role role) {
        actors.add(new Actor(where, role, org.scope(role)));
    }

    /** Everything that is stored about a roadmap, except when it was looked at. */
    private String picture(RoadmapId id) {
        return oracle.jdbc()
                .sql(
                        """
                        select md5(coalesce((select r::text from roadmaps.roadmap r where r.id = :id), '')
                          || (select coalesce(string_agg(i::text, ',' order by i.id), '') from roadmaps.item i where i.roadmap_id = :id)
                          || (select coalesce(string_agg(m::text, ',' order by m.id), '') from roadmaps.remark m where m.roadmap_id = :id)
                          || (select coalesce(string_agg(e::text, ',' order by e.id), '') from roadmaps.edition e where e.roadmap_id = :id))
                        """)
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    private static List<Rule> rules() throws IOException {
        return new ClassPathResource("roadmaps/who-may-do-what.csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(";", -1))
                .map(cells -> {
                    var states = EnumSet.noneOf(RoadmapState.class);
                    Arrays.stream(cells[1].split(" "))
                            .map(RoadmapState::valueOf)
                            .forEach(states::add);
                    var who = new HashMap<Where, Set<Role>>();
                    who.put(Where.SCHOOL, roles(cells[2]));
                    who.put(Where.DISTRICT_ABOVE, roles(cells[3]));
                    who.put(Where.REGION_ABOVE, roles(cells[4]));
                    return new Rule(cells[0], states, who);
                })
                .toList();
    }

    private static Set<Role> roles(String cell) {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream(cell.split(" "))
                .filter(role -> !role.isEmpty())
                .map(Role::valueOf)
                .forEach(roles::add);
        return roles;
    }
}
