-- The brief as the server's own page shows it, which the contract's JSON does not hold all of.
alter table briefs add column page {bytes};
