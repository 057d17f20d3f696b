-- Times are milliseconds since 1970-01-01 UTC. Words in braces are what the databases write differently, see Migration.

create table keys (
    id {id} primary key,
    name text not null,
    hash {bytes} not null,                 -- SHA-256 of the secret, which is random and so needs no slow hash
    scopes {number} not null,            -- bits: 1 read, 2 screen, 4 write, 8 admin
    rate {number} not null,              -- requests a second; 0 = no limit
    created {number} not null,
    revoked {number}
) {rows};

-- What answered: engine, configuration, list versions, people's decisions about joins. One row serves many answers.
create table versions (
    id {id} primary key,
    engine text not null,
    config text not null,
    lists text not null,
    joins text not null,
    first_used {number} not null
) {rows};

-- Ids begin with the time, so that the table grows at its end and needs no index on time.
create table screenings (
    id {id} primary key,
    at {number} not null,
    asked_by text,
    via text not null,
    query text not null,
    options text not null,
    total {number} not null,
    hits text not null,
    answer text not null,               -- SHA-256 of the answer
    versions text not null references versions (id)
) {rows};

-- A file is there once it is complete; its content is in numbered parts.
create table files (
    id {id} primary key,
    created {number} not null,
    bytes {number} not null,
    sha256 text not null,
    complete {number} not null
) {rows};

create table file_parts (
    file text not null,
    number {number} not null,
    content {bytes} not null,
    primary key (file, number)
) {parts};

create table jobs (
    id {id} primary key,
    created {number} not null,
    finished {number},
    record text not null,
    input text not null references files (id),
    lines text references files (id),   -- the results, as JSON lines
    csv text references files (id),     -- the same as a table
    answer text,                        -- SHA-256 of the lines
    versions text references versions (id)
) {rows};

create table briefs (
    id {id} primary key,
    created {number} not null,
    asked_by text,
    source text not null,               -- what is known of the document beside its bytes, as JSON
    document text not null references files (id),
    json {bytes} not null,
    html {bytes} not null,
    versions text not null references versions (id)
) {rows};

-- What was removed, so that a gap in the log explains itself. No personal data.
create table purges (
    at {number} not null,
    up_to {number},                     -- all records before this moment; null = those that held a name
    screenings {number} not null,
    jobs {number} not null,
    briefs {number} not null
) {parts};
