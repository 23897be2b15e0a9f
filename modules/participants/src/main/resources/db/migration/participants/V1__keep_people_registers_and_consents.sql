-- People, their registers and their consents. Names live here and are seen by the own school only.
create schema if not exists participants;
select sec.open_schema('participants');

-- That two schools' cards mean the same human: a keyed hash of name and birth date, and a random number for it. No name,
-- no organisation. Nobody reads the table; the function below answers with the number.
create table participants.identity (
    region_id uuid not null,
    identity_id uuid not null,
    hash bytea not null check (octet_length(hash) = 32),
    primary key (region_id, identity_id),
    unique (region_id, hash)
);
alter table participants.identity enable row level security;
alter table participants.identity force row level security;
create policy identity_of_function on participants.identity for all to mentoring_owner
    using (region_id = (select sec.region_id())) with check (region_id = (select sec.region_id()));

create function sec.identify_humans(hashes text[]) returns table (hash text, identity_id uuid)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
    here constant uuid := sec.region_id();
    wanted constant bytea[] := array(select distinct decode(h, 'hex') from unnest(hashes) h order by 1);
begin
    if here is null then
        raise exception 'no scope' using errcode = 'insufficient_privilege';
    end if;
    insert into participants.identity as i (region_id, identity_id, hash)
    select here, gen_random_uuid(), w from unnest(wanted) w
    on conflict do nothing;
    return query
        select encode(i.hash, 'hex'), i.identity_id from participants.identity i
        where i.region_id = here and i.hash = any (wanted);
end
$$;
revoke execute on function sec.identify_humans(text[]) from public;
grant execute on function sec.identify_humans(text[]) to scope_school;

create table participants.partner (
    region_id uuid not null,
    id uuid not null,
    org_id uuid not null,
    version int not null,
    inn text not null check (inn ~ '^(\d{10}|\d{12})$'),
    name text not null check (name <> ''),
    primary key (region_id, id),
    unique (region_id, org_id, id),
    unique (region_id, org_id, inn)
);
select sec.protect('participants.partner', school => 'write', rollup => 'region_id, org_id, id, inn');

create table participants.person (
    region_id uuid not null,
    id uuid not null,
    org_id uuid not null,
    version int not null,
    identity_id uuid not null,
    surname text not null check (surname <> ''),
    given_name text not null check (given_name <> ''),
    patronymic text,
    name_key text not null,
    birth_date date not null,
    birth_precision text not null check (birth_precision in ('DAY', 'YEAR')),
    category text not null check (category in ('PUPIL', 'TEACHER', 'STUDENT', 'EMPLOYEE', 'PARENT', 'ALUMNUS', 'OTHER')),
    class_name text,
    post text,
    workplace text,
    teaching_since date,
    partner_id uuid,
    phone text,
    email text,
    representative_name text,
    representative_phone text,
    primary key (region_id, id),
    unique (region_id, org_id, id),
    constraint person_once unique (region_id, org_id, name_key, birth_date),
    foreign key (region_id, org_id, partner_id) references participants.partner (region_id, org_id, id),
    check (representative_phone is null or representative_name is not null)
);
comment on column participants.person.name_key is 'The name as lists compare it: lower case, е for ё, single spaces';
comment on column participants.person.birth_date is 'With precision YEAR the last day of the year, so that nobody is held for older than they are';
create index person_by_name on participants.person (region_id, org_id, name_key, id);
select sec.protect('participants.person', school => 'write',
    rollup => 'region_id, org_id, id, identity_id, birth_date, category, teaching_since, partner_id');

create table participants.mentee_entry (
    region_id uuid not null,
    id uuid not null,
    org_id uuid not null,
    version int not null,
    person_id uuid not null,
    season_id uuid not null,
    season_start_year int not null,
    entered_on date not null,
    left_on date,
    state text not null
        check (state in ('CONSENT_PENDING', 'REGISTERED', 'MATCHED', 'IN_PROGRAMME', 'COMPLETED', 'WITHDRAWN')),
    request text,
    primary key (region_id, id),
    unique (region_id, org_id, id),
    unique (region_id, org_id, season_id, person_id),
    foreign key (region_id, org_id, person_id) references participants.person (region_id, org_id, id)
);
create index mentee_entry_by_person on participants.mentee_entry (region_id, org_id, person_id);
select sec.protect('participants.mentee_entry', school => 'write',
    rollup => 'region_id, org_id, id, person_id, season_start_year, state');

create table participants.mentor_entry (
    region_id uuid not null,
    id uuid not null,
    org_id uuid not null,
    version int not null,
    person_id uuid not null,
    season_id uuid not null,
    season_start_year int not null,
    entered_on date not null,
    left_on date,
    state text not null
        check (state in ('CONSENT_PENDING', 'REGISTERED', 'MATCHED', 'IN_PROGRAMME', 'COMPLETED', 'WITHDRAWN')),
    competences text,
    achievements text,
    interests text,
    age_from int,
    age_to int,
    hours text,
    trained_on date,
    training_note text,
    training_waiver text,
    safety_document text,
    safety_issued_on date,
    safety_valid_to date,
    safety_waiver text,
    primary key (region_id, id),
    unique (region_id, org_id, id),
    unique (region_id, org_id, season_id, person_id),
    foreign key (region_id, org_id, person_id) references participants.person (region_id, org_id, id),
    check (age_from <= age_to),
    check (safety_valid_to >= safety_issued_on)
);
create index mentor_entry_by_person on participants.mentor_entry (region_id, org_id, person_id);
select sec.protect('participants.mentor_entry', school => 'write',
    rollup => 'region_id, org_id, id, person_id, season_start_year, state');

create table participants.consent (
    region_id uuid not null,
    id uuid not null,
    org_id uuid not null,
    version int not null,
    person_id uuid not null,
    kind text not null check (kind in ('CN1', 'CN2', 'CN3', 'CN4', 'CN5', 'CN6', 'CN7')),
    state text not null check (state in ('SIGNED', 'VALID', 'EXPIRED', 'WITHDRAWN')),
    age_at_signing int not null,
    needs_person boolean not null,
    needs_representative boolean not null,
    person_signed_on date,
    representative_signed_on date,
    representative_name text,
    valid_from date,
    valid_to date,
    withdrawn_on date,
    paper text,
    primary key (region_id, id),
    unique (region_id, org_id, id),
    foreign key (region_id, org_id, person_id) references participants.person (region_id, org_id, id),
    check (needs_person or needs_representative),
    check (valid_from <= valid_to),
    check (state <> 'VALID' or (valid_from is not null
        and (not needs_person or person_signed_on is not null)
        and (not needs_representative or representative_signed_on is not null))),
    check (state <> 'WITHDRAWN' or withdrawn_on is not null)
);
-- One paper of a kind is in force or on its way; an older one is EXPIRED or WITHDRAWN.
create unique index consent_in_force on participants.consent (region_id, org_id, person_id, kind)
    where state in ('SIGNED', 'VALID');
create index consent_by_person on participants.consent (region_id, org_id, person_id, kind);
select sec.protect('participants.consent', school => 'write',
    rollup => 'region_id, org_id, id, person_id, kind, state, valid_from, valid_to');

-- A file with registers: read and judged when it is uploaded, entered after somebody has confirmed it.
create table participants.import_file (
    region_id uuid not null,
    id uuid not null,
    org_id uuid not null,
    version int not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    file_name text not null,
    state text not null check (state in ('PREVIEW', 'RUNNING', 'DONE')),
    columns jsonb not null,
    uploaded_at timestamptz not null,
    confirmed_at timestamptz,
    finished_at timestamptz,
    primary key (region_id, id),
    unique (region_id, org_id, id),
    constraint import_file_once unique (region_id, org_id, sha256)
);
select sec.protect('participants.import_file', school => 'write');

create table participants.import_row (
    region_id uuid not null,
    id uuid not null,
    org_id uuid not null,
    version int not null,
    file_id uuid not null,
    sheet int not null,
    sheet_name text not null,
    line int not null,
    side text not null check (side in ('MENTEE', 'MENTOR')),
    state text not null check (state in ('NEW', 'ERROR', 'DONE')),
    person text not null,
    payload jsonb,
    forecast text check (forecast in ('CREATED', 'UPDATED', 'UNCHANGED')),
    outcome text check (outcome in ('CREATED', 'UPDATED', 'UNCHANGED')),
    faults jsonb,
    primary key (region_id, id),
    unique (region_id, org_id, file_id, sheet, line),
    foreign key (region_id, org_id, file_id) references participants.import_file (region_id, org_id, id) on delete cascade,
    check ((state = 'ERROR') = (faults is not null)),
    check ((state = 'DONE') = (outcome is not null))
);
create index import_row_to_do on participants.import_row (region_id, org_id, file_id, state, sheet, line);
select sec.protect('participants.import_row', school => 'write');

-- What the figures may read.
create view participants.published_person with (security_invoker = true) as
    select p.region_id, p.org_id, p.id as person_id, p.identity_id, p.birth_date, p.category, p.teaching_since,
           e.inn as partner_inn
    from participants.person p
    left join participants.partner e on e.region_id = p.region_id and e.org_id = p.org_id and e.id = p.partner_id;

create view participants.published_consent with (security_invoker = true) as
    select region_id, org_id, person_id, kind, state, valid_from, valid_to from participants.consent;

create view participants.published_entry with (security_invoker = true) as
    select region_id, org_id, id as entry_id, person_id, season_start_year, 'MENTEE' as side, state
    from participants.mentee_entry
    union all
    select region_id, org_id, id, person_id, season_start_year, 'MENTOR', state
    from participants.mentor_entry;

grant select on participants.published_person, participants.published_consent, participants.published_entry to scope_rollup;
