/** SQL that finds what the files say otherwise of regimes, their paths, subjects and assignments, and of holidays. */
import type { Transition } from '#core/workflow/workflow.ts'
import type { Db } from '../platform/database.ts'
import type { AssignmentSource } from './derive-assignments.ts'
import { apart, differences, disagreeing, removed } from './difference-queries.ts'
import type { CsvRecord } from './read-csv.ts'
import type { Difference } from './reference-differences.ts'
import type { RegimeSource } from './reference-files.ts'

/** As they are loaded. */
export interface RegimesGiven {
  readonly regimes: readonly RegimeSource[]
  readonly assignments: readonly (AssignmentSource & { readonly regime: string })[]
  readonly transitions: readonly (Transition & { readonly path: string })[]
  readonly holidays: readonly CsvRecord[]
}

const regimes = {
  rows: `jsonb_to_recordset($1) as r (code text, kind text, "periodKind" text, calendar text, "figuresCalendar" text,
    name text, content text, ways text, outline text, procedure text, act text, receiver text, "opensDay" smallint,
    "deadlineRule" jsonb, "internalRules" jsonb, "workflowPath" text, "consolidatedForm" text, "consolidatedPath" text,
    "consolidatedReceiver" text, "consolidatedDeadline" jsonb, source text, confidence text)`,
}
const codes = 'jsonb_to_recordset($1) as r (code text)'
const holidays = {
  rows: 'jsonb_to_recordset($4) as r (date text, name text, kind text, confidence text, note text)',
  code: 'r.date',
}
const version = (says: string) =>
  `exists (select from regimes x join regime_versions v on v.regime_id = x.id where x.code = r.code and ${says})`
const codeOf = (agency: string) => `(select g.code from agencies g where g.id = ${agency})`
const holiday = (says: string) => `exists (select from holidays h where h.day::text = r.date and ${says})`

const ofRegimes = disagreeing(regimes, {
  'regime.period': `exists (select from regimes x where (x.code, x.kind, x.period_kind, x.calendar, x.figures_calendar)
    = (r.code, r.kind, r."periodKind", r.calendar, r."figuresCalendar"))`,
  'regime.content': version(`(v.name, v.content, v.ways, v.outline, v.procedure, v.act)
    = (r.name, r.content, r.ways, r.outline, r.procedure, r.act)`),
  'regime.receiver': version(`(${codeOf('v.receiver_id')}, ${codeOf('v.consolidated_receiver_id')})
    is not distinct from (r.receiver, r."consolidatedReceiver")`),
  'regime.deadlines': version(`(v.opens_day, v.deadline_rule, v.internal_rules)
    = (r."opensDay", r."deadlineRule", r."internalRules")`),
  // One that the file sets became a further version.
  'regime.whole-deadline': `jsonb_typeof(r."consolidatedDeadline" -> 'rule') = 'object'
    or ${version('v.valid_to is null and v.consolidated_deadline_rule is null')}`,
  'regime.path': version('(v.workflow_path, v.consolidated_path) = (r."workflowPath", r."consolidatedPath")'),
  'regime.form': version(`(select f.code from forms f join form_versions w on w.form_id = f.id
    where w.id = v.consolidated_form_version_id) is not distinct from r."consolidatedForm"`),
  'regime.source': version('(v.source, v.confidence) = (r.source, r.confidence)'),
})

const ofSubjects = `select 'regime.subject', concat_ws(' ', s.regime, s.agency, s.form) from (${apart(
  `select r.regime, r.agency, r.form from jsonb_to_recordset($5) as r (regime text, agency text, form text)`,
  `select x.code, g.code, f.code from regime_subjects s
   join regime_versions v on v.id = s.regime_version_id and v.valid_to is null join regimes x on x.id = v.regime_id
   join agencies g on g.id = s.agency_id
   join form_versions w on w.id = s.form_version_id join forms f on f.id = w.form_id
   where x.code in (select r.code from ${codes})`,
)}) as s`

const assignmentsGiven = `select r.regime, r.indicator, r.area, r.agency
  from jsonb_to_recordset($2) as r (regime text, indicator text, area text, agency text)`
const assigned = (which: string) => `select x.code, i.code, a.code, g.code from assignments s
  join regimes x on x.id = s.regime_id join indicators i on i.id = s.indicator_id
  join areas a on a.id = s.area_id join agencies g on g.id = s.agency_id where ${which}`

/** The file's that never were, and those in force by the regime's own act that the file has no more. */
const ofAssignments = `select distinct 'assignment.agency', concat_ws(' ', s.indicator, s.area) from (
  ((${assignmentsGiven}) except (${assigned('true')})) union
  ((${assigned(`s.valid_to is null and x.code in (select r.code from ${codes})
      and s.act in (select v.act from regime_versions v where v.regime_id = x.id)`)}) except (${assignmentsGiven}))
) as s`

const ofPaths = `select distinct 'path.transition', concat_ws(' ', t.path, t.from_state, t.verb) from (${apart(
  `select r.path, r."from" as from_state, r.verb, r."to", r.roles, r.side, r.needs from jsonb_to_recordset($3) as r
     (path text, "from" text, verb text, "to" text, roles text[], side text, needs text[])`,
  `select t.path, t.from_state, t.verb, t.to_state, t.roles, t.side, t.needs from workflow_transitions t
   where t.path in (select r.path from jsonb_to_recordset($3) as r (path text))`,
)}) as t`

const selects = [
  ofRegimes,
  removed('regime.removed', regimes, 'select x.code from regimes x'),
  ofSubjects,
  ofAssignments,
  ofPaths,
  disagreeing(holidays, {
    'holiday.kind': holiday('(h.name, h.kind) = (r.name, r.kind)'),
    'holiday.source': holiday('(h.confidence, h.note) = (r.confidence, r.note)'),
  }),
  removed('holiday.removed', holidays, `select h.day::text from holidays h where h.confidence <> ''`),
]

export function differentRegimes(db: Db, given: RegimesGiven): Promise<readonly Difference[]> {
  const { regimes, assignments, transitions, holidays } = given
  const subjects = regimes.flatMap(({ code, subjects }) =>
    subjects.flatMap(({ agency, forms }) => forms.map((form) => ({ regime: code, agency, form }))),
  )
  return differences(db, selects, [regimes, assignments, transitions, holidays, subjects])
}
