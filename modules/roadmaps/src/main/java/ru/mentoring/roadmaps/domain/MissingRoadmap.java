package ru.mentoring.roadmaps.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import ru.mentoring.agenda.Errands;
import ru.mentoring.shared.SchoolYear;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Track;

/** Leads whoever writes a school's roadmap to the one that the current school year lacks. */
@Component
class MissingRoadmap implements Errands {

    private final RoadmapQueries roadmaps;
    private final Clock clock;

    MissingRoadmap(RoadmapQueries roadmaps, Clock clock) {
        this.roadmaps = roadmaps;
        this.clock = clock;
    }

    @Override
    public List<Errand> open() {
        if (!CurrentScope.get().may("roadmap.edit")) {
            return List.of();
        }
        var year = SchoolYear.of(LocalDate.now(clock));
        if (roadmaps.existing(Track.LEARNERS, year.startYear()).isPresent()) {
            return List.of();
        }
        return List.of(new Errand("roadmaps.errand.missing", List.of(year.text()), "/roadmap/new"));
    }
}
