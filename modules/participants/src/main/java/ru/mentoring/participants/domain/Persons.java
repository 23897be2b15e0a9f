package ru.mentoring.participants.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;
import ru.mentoring.participants.PersonId;

interface Persons extends Repository<Person, PersonId> {

    Person save(Person person);

    Optional<Person> findById(PersonId id);

    List<Person> findAllById(Iterable<PersonId> ids);

    List<Person> findByNameKeyIn(Collection<String> nameKeys);
}
