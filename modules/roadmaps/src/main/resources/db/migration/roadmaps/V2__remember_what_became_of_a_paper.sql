-- A paper that has been saved or thrown away is remembered until it would have expired anyway, without its words: who
-- comes back to its page is told what became of it.
alter table roadmaps.upload
    add column finished_at timestamptz,
    add column roadmap_id uuid,
    add constraint upload_finished check (roadmap_id is null or finished_at is not null);
