package ru.mentoring.agenda.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.mentoring.agenda.domain.Notices;
import ru.mentoring.shared.pages.BellSource;
import ru.mentoring.tenancy.CurrentScope;

/** Tells the layout how many notices wait for whoever looks at a page of an organisation. */
@Component
class NoticeBell implements BellSource {

    private final Notices notices;

    NoticeBell(Notices notices) {
        this.notices = notices;
    }

    @Override
    public Optional<Bell> bell() {
        if (!CurrentScope.isBound()) {
            return Optional.empty();
        }
        var scope = CurrentScope.get();
        if (scope.actor().isEmpty() || !scope.may("agenda.read")) {
            return Optional.empty();
        }
        var list = scope.path() + "/notices";
        return Optional.of(new Bell(list, list + "/bell", notices.unread()));
    }
}
