-- How often somebody has done something lately, for all replicas together. The key is a hash: no address and no name stands here.
-- free_at is the moment from which the whole allowance is there again; a row whose moment has passed says nothing and may go.
create table infra.rate_limit (
    key bytea not null primary key check (octet_length(key) = 32),
    free_at timestamptz not null
);
create index rate_limit_free_at on infra.rate_limit (free_at);
grant select, insert, update, delete on infra.rate_limit to mentoring_app, infra;
