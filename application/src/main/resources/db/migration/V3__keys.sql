-- Who may write. A key is shown once and kept as a hash.
create table access_key (
    id          text primary key,
    hash        text        not null unique, -- SHA-256 of the key, hexadecimal
    source      text        not null,        -- the source that its events name
    role        text        not null,
    territories text[]      not null,        -- empty: every one
    types       text[]      not null,        -- prefixes of event types; empty: every one
    created_at  timestamptz not null,
    revoked_at  timestamptz
);
