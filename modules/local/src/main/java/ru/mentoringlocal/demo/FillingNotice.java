package ru.mentoringlocal.demo;

import java.util.List;
import java.util.Optional;
import ru.mentoring.agenda.HomeNotice;

/** Says on the home page that the demonstration is not complete yet. */
class FillingNotice implements HomeNotice {

    private final DemoProgress progress;

    FillingNotice(DemoProgress progress) {
        this.progress = progress;
    }

    @Override
    public Optional<Text> now() {
        int all = progress.schoolsInAll();
        int done = progress.schoolsDone();
        return done < all
                ? Optional.of(new Text("local.demo.filling", List.of(done, all)))
                : Optional.empty();
    }
}
