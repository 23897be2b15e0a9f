package ru.mentoring.roadmaps.domain;

import java.util.Optional;
import org.springframework.data.repository.Repository;
import ru.mentoring.roadmaps.RoadmapId;

/** The roadmaps that the scope may see. */
interface Roadmaps extends Repository<Roadmap, RoadmapId> {

    Roadmap save(Roadmap roadmap);

    Optional<Roadmap> findById(RoadmapId id);

    void delete(Roadmap roadmap);
}
