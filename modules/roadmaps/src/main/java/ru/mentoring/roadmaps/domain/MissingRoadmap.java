package ru.mentoring.roadmaps.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.springframework.stereotype.Component;
import ru.mentoring.agenda.Errands;
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
        var today = LocalDate.now(clock);
        int startYear =
                today.getMonth().compareTo(Month.SEPTEMBER) < 0
                        ? today.getYear() - 1
                        : today.getYear();
        if (roadmaps.existing(Track.LEARNERS, startYear).isPresent()) {
            return List.of();
        }
        var schoolYear = "%d/%02d".formatted(startYear, (startYear + 1) % 100);
        return List.of(new Errand("roadmaps.errand.missing", List.of(schoolYear), "/roadmap/new"));
    }
}
