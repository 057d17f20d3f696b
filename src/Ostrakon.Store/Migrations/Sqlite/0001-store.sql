-- Times are milliseconds since 1970-01-01 UTC. The PostgreSQL file of the same number holds the same tables.

create table keys (
    id text primary key,
    name text not null,
    hash blob not null,                 -- SHA-256 of the secret, which is random and so needs no slow hash
    scopes integer not null,            -- bits: 1 read, 2 screen, 4 write, 8 admin
    rate integer not null,              -- requests a second; 0 = no limit
    created integer not null,
    revoked integer
) strict, without rowid;

-- What answered: engine, configuration, list versions, people's decisions about joins. One row serves many answers.
create table versions (
    id text primary key,
    engine text not null,
    config text not null,
    lists text not null,
    joins text not null,
    first_used integer not null
) strict, without rowid;

-- Ids begin with the time, so that the table grows at its end and needs no index on time.
create table screenings (
    id text primary key,
    at integer not null,
    asked_by text,
    via text not null,
    query text not null,
    options text not null,
    total integer not null,
    hits text not null,
    answer text not null,               -- SHA-256 of the answer
    versions text not null references versions (id)
) strict, without rowid;

-- A file is there once it is complete; its content is in numbered parts.
create table files (
    id text primary key,
    created integer not null,
    bytes integer not null,
    sha256 text not null,
    complete integer not null
) strict, without rowid;

create table file_parts (
    file text not null,
    number integer not null,
    content blob not null,
    primary key (file, number)
) strict;

create table jobs (
    id text primary key,
    created integer not null,
    finished integer,
    record text not null,
    input text not null references files (id),
    lines text references files (id),   -- the results, as JSON lines
    csv text references files (id),     -- the same as a table
    answer text,                        -- SHA-256 of the lines
    versions text references versions (id)
) strict, without rowid;

create table briefs (
    id text primary key,
    created integer not null,
    asked_by text,
    source text not null,               -- what is known of the document beside its bytes, as JSON
    document text not null references files (id),
    json blob not null,
    html blob not null,
    versions text not null references versions (id)
) strict, without rowid;

-- What was removed, so that a gap in the log explains itself. No personal data.
create table purges (
    at integer not null,
    up_to integer,                     -- all records before this moment; null = those that held a name
    screenings integer not null,
    jobs integer not null,
    briefs integer not null
) strict;
