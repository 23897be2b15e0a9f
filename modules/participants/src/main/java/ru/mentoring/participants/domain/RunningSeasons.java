package ru.mentoring.participants.domain;

import java.util.Arrays;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.mentoring.tenancy.SeasonView;
import ru.mentoring.tenancy.Seasons;
import ru.mentoring.tenancy.Track;

/** The seasons in which work goes on, for queries over both tracks; opens none. */
@Component
class RunningSeasons {

    private final Seasons seasons;

    RunningSeasons(Seasons seasons) {
        this.seasons = seasons;
    }

    /** Returns the active season of each track that has one. */
    UUID[] ids() {
        return Arrays.stream(Track.values())
                .flatMap(track -> seasons.all(track).stream())
                .filter(SeasonView::active)
                .map(season -> season.id().value())
                .toArray(UUID[]::new);
    }
}
