-- What has happened since a version was pinned is asked for on every desk of whoever consolidates, and of all promotions
-- there ever were only the last few are younger.
create index edition_promotions_at on edition_promotions (at);
