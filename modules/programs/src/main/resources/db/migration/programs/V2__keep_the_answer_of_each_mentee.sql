-- After the first meetings each mentee of a group answers for themselves whether to go on.
alter table programs.meeting
    add column going uuid[] not null default '{}',
    add column leaving uuid[] not null default '{}';
