package ru.mentoring.participants.intake;

import ru.mentoring.participants.ImportId;
import ru.mentoring.shared.NoSuch;

/** No such file was uploaded in this organisation. */
class NoSuchImport extends NoSuch {

    NoSuchImport(ImportId file) {
        super("import", file.value());
    }
}
