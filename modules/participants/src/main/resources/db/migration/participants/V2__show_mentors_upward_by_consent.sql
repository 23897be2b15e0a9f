-- Mentors whom the district and the region may know by name: those with a consent to be named to them (CN5) that is in force, while
-- they stand in a register. Everything else about people stays with their school. One row for each word of the name, so that a name
-- is found by the beginnings of its words through an index: text operators are not leakproof, comparisons are.
create table participants.shown_mentor (
    region_id uuid not null,
    id uuid not null default gen_random_uuid(),
    org_id uuid not null,
    version int not null default 0,
    person_id uuid not null,
    word text collate "C" not null,
    name text not null,
    category text not null,
    valid_from date not null,
    valid_to date,
    primary key (region_id, id),
    unique (region_id, org_id, id),
    unique (region_id, org_id, person_id, word),
    foreign key (region_id, org_id, person_id) references participants.person (region_id, org_id, id) on delete cascade
);
create index shown_mentor_by_word on participants.shown_mentor (region_id, word, org_id, person_id);
-- Those who consented before; the owner, too, sees no row of a table whose policies are forced.
alter table participants.person no force row level security;
alter table participants.consent no force row level security;
alter table participants.mentor_entry no force row level security;
insert into participants.shown_mentor (region_id, org_id, person_id, word, name, category, valid_from, valid_to)
select p.region_id, p.org_id, p.id, w, concat_ws(' ', p.surname, p.given_name, p.patronymic), p.category, c.valid_from, c.valid_to
from participants.person p
join participants.consent c on c.region_id = p.region_id and c.org_id = p.org_id and c.person_id = p.id
    and c.kind = 'CN5' and c.state = 'VALID'
cross join unnest(sec.words(concat_ws(' ', p.surname, p.given_name, p.patronymic))) w
where exists (select 1 from participants.mentor_entry e
              where e.region_id = p.region_id and e.org_id = p.org_id and e.person_id = p.id
                and e.state in ('REGISTERED', 'MATCHED', 'IN_PROGRAMME'));
alter table participants.person force row level security;
alter table participants.consent force row level security;
alter table participants.mentor_entry force row level security;

select sec.protect('participants.shown_mentor', school => 'write', district => 'read', region => 'read');

-- Follows the facts in their own transaction, with the rights of whoever changes them: a withdrawn consent takes the name back at once.
create function participants.show_mentor(region uuid, school uuid, person uuid) returns void
language plpgsql volatile set search_path = pg_catalog as $$
begin
    delete from participants.shown_mentor m where m.region_id = region and m.org_id = school and m.person_id = person;
    insert into participants.shown_mentor (region_id, org_id, person_id, word, name, category, valid_from, valid_to)
    select region, school, person, w, p.full_name, p.category, c.valid_from, c.valid_to
    from (select concat_ws(' ', n.surname, n.given_name, n.patronymic) as full_name, n.category
          from participants.person n where n.region_id = region and n.org_id = school and n.id = person) p
    join participants.consent c on c.region_id = region and c.org_id = school and c.person_id = person
        and c.kind = 'CN5' and c.state = 'VALID'
    cross join unnest(sec.words(p.full_name)) w
    where exists (select 1 from participants.mentor_entry e
                  where e.region_id = region and e.org_id = school and e.person_id = person
                    and e.state in ('REGISTERED', 'MATCHED', 'IN_PROGRAMME'));
end
$$;

create function participants.show_mentor_of_row() returns trigger
language plpgsql volatile set search_path = pg_catalog as $$
begin
    if tg_op = 'DELETE' then
        perform participants.show_mentor(old.region_id, old.org_id, old.person_id);
    else
        perform participants.show_mentor(new.region_id, new.org_id, new.person_id);
    end if;
    return null;
end
$$;

create function participants.show_mentor_of_person() returns trigger
language plpgsql volatile set search_path = pg_catalog as $$
begin
    perform participants.show_mentor(new.region_id, new.org_id, new.id);
    return null;
end
$$;

create trigger shown_by_consent after insert or update on participants.consent
    for each row when (new.kind = 'CN5') execute function participants.show_mentor_of_row();
create trigger hidden_without_consent after delete on participants.consent
    for each row when (old.kind = 'CN5') execute function participants.show_mentor_of_row();
create trigger shown_by_entry after insert or update of state on participants.mentor_entry
    for each row execute function participants.show_mentor_of_row();
create trigger hidden_without_entry after delete on participants.mentor_entry
    for each row execute function participants.show_mentor_of_row();
create trigger shown_by_new_name after update of surname, given_name, patronymic, category on participants.person
    for each row when ((old.surname, old.given_name, old.patronymic, old.category)
        is distinct from (new.surname, new.given_name, new.patronymic, new.category))
    execute function participants.show_mentor_of_person();

revoke execute on function participants.show_mentor(uuid, uuid, uuid) from public;
grant execute on function participants.show_mentor(uuid, uuid, uuid) to scope_school;
grant execute on function sec.words(text) to infra;
