-- Mentorships from the proposal to the last meeting. Who takes part is known by number only; names stay in participants.
create schema if not exists programs;
select sec.open_schema('programs');

create table programs.mentorship (
    region_id uuid not null,
    id uuid not null,
    org_id uuid not null,
    version int not null,
    track text not null check (track in ('LEARNERS', 'TEACHERS')),
    form text not null,
    season_id uuid not null,
    season_start_year int not null,
    state text not null check (state in ('PROPOSED', 'STARTED', 'COMPLETED', 'DISSOLVED')),
    proposed_on date not null,
    order_number text,
    order_date date,
    addendum text,
    started_on date,
    ended_on date,
    end_reason text check (end_reason in ('COMPLETED_PLAN', 'MUTUAL_WISH', 'MENTOR_INITIATIVE', 'MENTEE_INITIATIVE',
        'PARENT_INITIATIVE', 'CURATOR_INITIATIVE', 'MENTOR_LEFT_ORGANISATION', 'MENTEE_LEFT_SCHOOL', 'INCOMPATIBILITY',
        'DISCIPLINARY', 'CONSENT_WITHDRAWN', 'OTHER')),
    end_note text,
    second_meeting_on date,
    trial_skipped_because text,
    primary key (region_id, id),
    unique (region_id, org_id, id),
    constraint started_by_order check (state <> 'STARTED' and state <> 'COMPLETED'
        or (started_on is not null and order_number <> '' and order_date is not null)),
    check ((state in ('COMPLETED', 'DISSOLVED')) = (ended_on is not null)),
    check ((ended_on is null) = (end_reason is null)),
    check (ended_on >= started_on)
);
comment on column programs.mentorship.second_meeting_on is 'What is dissolved before its second meeting does not count in the figures';
create index mentorship_in_season on programs.mentorship (region_id, org_id, season_id, state, id);
select sec.protect('programs.mentorship', school => 'write',
    rollup => 'region_id, org_id, id, track, form, started_on, ended_on, state, second_meeting_on');

create table programs.mentorship_side (
    region_id uuid not null,
    id uuid not null,
    org_id uuid not null,
    version int not null,
    mentorship_id uuid not null,
    side text not null check (side in ('MENTEE', 'MENTOR')),
    person_id uuid not null,
    entry_id uuid not null,
    mentor_person_id uuid not null,
    form text not null,
    open boolean not null,
    left_on date,
    minor boolean not null,
    confirmed_on date,
    confirmed_how text check (confirmed_how in ('IN_PERSON', 'PAPER', 'PHONE', 'MESSAGE')),
    representative_confirmed_on date,
    representative_confirmed_how text check (representative_confirmed_how in ('IN_PERSON', 'PAPER', 'PHONE', 'MESSAGE')),
    primary key (region_id, id),
    unique (region_id, org_id, mentorship_id, person_id),
    foreign key (region_id, org_id, mentorship_id) references programs.mentorship (region_id, org_id, id),
    check ((side = 'MENTOR') = (person_id = mentor_person_id)),
    check (not open or left_on is null)
);
-- One open mentorship a mentee and form, one a couple (BR7); the index decides, whoever comes first.
create unique index mentee_once_per_form on programs.mentorship_side (region_id, org_id, person_id, form)
    where open and side = 'MENTEE';
create unique index couple_once on programs.mentorship_side (region_id, org_id, mentor_person_id, person_id)
    where open and side = 'MENTEE';
create index mentorship_side_by_person on programs.mentorship_side (region_id, org_id, person_id);
create index mentorship_side_by_entry on programs.mentorship_side (region_id, org_id, entry_id);
select sec.protect('programs.mentorship_side', school => 'write',
    rollup => 'region_id, org_id, mentorship_id, person_id, side');

-- How many mentees a mentor has in a form at this moment; the check keeps the limit, whoever comes first (Z3).
create table programs.mentor_load (
    region_id uuid not null,
    id uuid not null,
    org_id uuid not null,
    version int not null,
    person_id uuid not null,
    form text not null,
    taken int not null,
    most int not null,
    primary key (region_id, id),
    constraint mentor_load_once unique (region_id, org_id, person_id, form),
    constraint mentor_load_within_limit check (taken between 0 and most)
);
select sec.protect('programs.mentor_load', school => 'write');

create table programs.meeting (
    region_id uuid not null,
    id uuid not null,
    org_id uuid not null,
    version int not null,
    mentorship_id uuid not null,
    number int not null check (number > 0),
    type text not null check (type in ('ACQUAINTANCE', 'TRIAL', 'PLANNING', 'REGULAR', 'FINAL')),
    state text not null check (state in ('PLANNED', 'HELD', 'CANCELLED')),
    planned_on date,
    held_on date,
    minutes int check (minutes between 5 and 600),
    format text not null check (format in ('IN_PERSON', 'ONLINE', 'MIXED')),
    place text,
    topic text,
    result text,
    agreement text,
    mentor_continues boolean,
    mentees_continue boolean,
    primary key (region_id, id),
    unique (region_id, org_id, mentorship_id, number),
    foreign key (region_id, org_id, mentorship_id) references programs.mentorship (region_id, org_id, id),
    check (state <> 'PLANNED' or planned_on is not null),
    constraint held_with_a_record check (state <> 'HELD'
        or (held_on is not null and minutes is not null and topic <> '' and result <> ''))
);
create index meeting_by_day on programs.meeting (region_id, org_id, held_on);
select sec.protect('programs.meeting', school => 'write');

-- What the figures may read.
create view programs.published_mentorship with (security_invoker = true) as
    select region_id, org_id, id as mentorship_id, track, form, started_on, ended_on, state, second_meeting_on
    from programs.mentorship;

create view programs.published_side with (security_invoker = true) as
    select region_id, org_id, mentorship_id, person_id, side from programs.mentorship_side;

grant select on programs.published_mentorship, programs.published_side to scope_rollup;
