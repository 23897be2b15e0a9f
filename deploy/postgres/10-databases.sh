#!/bin/sh
# Runs once, when the data directory is made: roles, their passwords, and the database of Keycloak.
# After each release run roles.sql again: psql -U postgres -d mentoring -f /roles.sql
set -eu
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d mentoring -f /roles.sql
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d mentoring \
  -v app="$MENTORING_DATABASE_PASSWORD" -v migrator="$MENTORING_MIGRATOR_PASSWORD" -v keycloak="$KEYCLOAK_DATABASE_PASSWORD" <<'SQL'
alter role mentoring_app password :'app';
alter role mentoring_migrator password :'migrator';
create role keycloak login password :'keycloak';
create database keycloak owner keycloak;
SQL
