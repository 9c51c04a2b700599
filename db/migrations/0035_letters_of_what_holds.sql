-- In what holds now, vintages and kinds of values are one letter each. As words they were a quarter of the key, which had a
-- level more with three million figures a year. The history keeps the words: it is what digests and people read.
-- No letter begins one of the words: a word compared with a letter is cut to its first, and must not mean something else.

create function app.vintage_letter(vintage text) returns "char" language sql immutable parallel safe as $$
  select case vintage when 'official' then 'c' when 'preliminary' then 's' when 'estimate' then 'u' when 'plan' then 'k' end::"char"
$$;
comment on function app.vintage_letter is 'Chữ đầu của chính thức, sơ bộ, ước, kế hoạch; ba chữ trước xếp từ bản tốt nhất';

create function app.vintage_of(letter "char") returns text language sql immutable parallel safe as $$
  select case letter when 'c' then 'official' when 's' then 'preliminary' when 'u' then 'estimate' when 'k' then 'plan' end
$$;
comment on function app.vintage_of is 'Ngược lại của app.vintage_letter';

create function app.kind_letter(kind text) returns "char" language sql immutable parallel safe as $$
  select case kind when 'number' then '#' when 'absent' then '_' when 'nothing' then '-' when 'notApplicable' then 'x'
    when 'text' then '"' when 'date' then '/' when 'choice' then '*' when 'range' then '~'
    when 'atLeast' then '>' when 'atMost' then '<' end::"char"
$$;
comment on function app.kind_letter is 'Loại giá trị bằng một ký hiệu';

create function app.kind_of(letter "char") returns text language sql immutable parallel safe as $$
  select case letter when '#' then 'number' when '_' then 'absent' when '-' then 'nothing' when 'x' then 'notApplicable'
    when '"' then 'text' when '/' then 'date' when '*' then 'choice' when '~' then 'range'
    when '>' then 'atLeast' when '<' then 'atMost' end
$$;
comment on function app.kind_of is 'Ngược lại của app.kind_letter';

alter table reported_values
  drop constraint reported_values_check,
  drop constraint reported_values_vintage_check;

alter table reported_values
  alter vintage type "char" using app.vintage_letter(vintage),
  alter sent_kind type "char" using app.kind_letter(sent_kind),
  alter accepted_kind type "char" using app.kind_letter(accepted_kind),
  alter published_kind type "char" using app.kind_letter(published_kind),
  -- Spelt out, not by the functions above: the planner looks at the checks of every partition whenever it plans.
  add check (vintage in ('c', 's', 'u', 'k') and (plan_version_id = 0) = (vintage <> 'k')),
  add check (num_nulls(sent_edition_id, sent_kind) <> 1 and num_nulls(accepted_edition_id, accepted_kind) <> 1
    and num_nulls(published_edition_id, published_kind) <> 1),
  add check (strpos('#_-x"/*~><', sent_kind::text) > 0 and strpos('#_-x"/*~><', accepted_kind::text) > 0
    and strpos('#_-x"/*~><', published_kind::text) > 0);
comment on column reported_values.vintage is 'Bản số liệu bằng một chữ (app.vintage_of)';
comment on column reported_values.sent_kind is 'Loại giá trị bằng một ký hiệu (app.kind_of)';
comment on column reported_values.accepted_kind is 'Loại giá trị bằng một ký hiệu (app.kind_of)';
comment on column reported_values.published_kind is 'Loại giá trị bằng một ký hiệu (app.kind_of)';
