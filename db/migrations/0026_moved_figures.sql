-- Which figures have moved since a snapshot: whoever keeps figures from one reading to the next asks this each time.
-- A promotion is the only way in which what holds changes, and it is written in the transaction that changes it.
alter table edition_promotions add column transaction xid8 not null default pg_current_xact_id();
comment on column edition_promotions.transaction is 'Giao dịch đã ghi nấc này: đến ảnh chụp nào thì thấy nó';
create index edition_promotions_transaction on edition_promotions (transaction);
