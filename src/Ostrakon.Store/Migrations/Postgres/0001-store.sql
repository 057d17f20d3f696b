-- Times are milliseconds since 1970-01-01 UTC. The SQLite file of the same number holds the same tables.

create table keys (
    id text collate "C" primary key,
    name text not null,
    hash bytea not null,                 -- SHA-256 of the secret, which is random and so needs no slow hash
    scopes bigint not null,            -- bits: 1 read, 2 screen, 4 write, 8 admin
    rate bigint not null,              -- requests a second; 0 = no limit
    created bigint not null,
    revoked bigint
);

-- What answered: engine, configuration, list versions, people's decisions about joins. One row serves many answers.
create table versions (
    id text collate "C" primary key,
    engine text not null,
    config text not null,
    lists text not null,
    joins text not null,
    first_used bigint not null
);

-- Ids begin with the time, so that the table grows at its end and needs no index on time.
create table screenings (
    id text collate "C" primary key,
    at bigint not null,
    asked_by text,
    via text not null,
    query text not null,
    options text not null,
    total bigint not null,
    hits text not null,
    answer text not null,               -- SHA-256 of the answer
    versions text not null references versions (id)
);

-- A file is there once it is complete; its content is in numbered parts.
create table files (
    id text collate "C" primary key,
    created bigint not null,
    bytes bigint not null,
    sha256 text not null,
    complete bigint not null
);

create table file_parts (
    file text not null,
    number bigint not null,
    content bytea not null,
    primary key (file, number)
);

create table jobs (
    id text collate "C" primary key,
    created bigint not null,
    finished bigint,
    record text not null,
    input text not null references files (id),
    lines text references files (id),   -- the results, as JSON lines
    csv text references files (id),     -- the same as a table
    answer text,                        -- SHA-256 of the lines
    versions text references versions (id)
);

create table briefs (
    id text collate "C" primary key,
    created bigint not null,
    asked_by text,
    source text not null,               -- what is known of the document beside its bytes, as JSON
    document text not null references files (id),
    json bytea not null,
    html bytea not null,
    versions text not null references versions (id)
);

-- What was removed, so that a gap in the log explains itself. No personal data.
create table purges (
    at bigint not null,
    up_to bigint,                     -- all records before this moment; null = those that held a name
    screenings bigint not null,
    jobs bigint not null,
    briefs bigint not null
);
