package ru.mentoring.tenancy.search;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import ru.mentoring.tenancy.Level;

/** Lets organisations be found at every level. */
@Component
class OrganisationFinder implements Findable {

    private final OrganisationIndex index;

    OrganisationFinder(OrganisationIndex index) {
        this.index = index;
    }

    @Override
    public String key() {
        return "tenancy.search.organisations";
    }

    @Override
    public int order() {
        return 500;
    }

    @Override
    public String permission() {
        return "organisation.view";
    }

    @Override
    public Set<Level> levels() {
        return EnumSet.of(Level.SCHOOL, Level.DISTRICT, Level.REGION);
    }

    @Override
    public Finds find(Wanted wanted, int most) {
        var matches = index.find(wanted, most + 1);
        return new Finds(
                matches.stream().limit(most).map(OrganisationFinder::found).toList(),
                matches.size() > most,
                false);
    }

    private static Found found(OrganisationIndex.Match match) {
        return new Found(
                match.name(),
                match.closed() ? "tenancy.search.closed" : "tenancy.search.kind." + match.kind(),
                match.place(),
                match.formerly(),
                "/organisations/" + match.id().value());
    }
}
