import { findingSentence } from '#contract/finding-sentences.ts'
import { cellName, type FormColumn, type FormRow } from '#core/form/layout.ts'
import type { Finding } from '#core/validation/finding.ts'
import { useLanguage } from '../../platform/text/language.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Icon } from '../../ui/icons.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { FormEdits } from './use-form-edits.ts'

interface CellChecksProps {
  readonly edits: FormEdits
  readonly row: FormRow
  readonly column: FormColumn
}

/** What the checks found at this cell, and at the year to date of its row. */
export function CellChecks({ edits, row, column }: CellChecksProps) {
  const text = useText()
  const { language } = useLanguage()
  const { model } = edits
  const name = cellName({ row: row.key, column: column.key })
  const findings = [...(model.findings.get(name) ?? [])]
  const errors = findings.filter(({ severity }) => severity === 'hard').length
  const halted = edits.state.queue.find(({ cell }) => cell === name)?.halted
  return (
    <section>
      <h3>
        {text.entry.checks}
        {errors > 0 ? (
          <Tag look="bad" icon="stop">
            {text.entry.errors(errors)}
          </Tag>
        ) : null}
        {findings.length > errors ? (
          <Tag look="warn" icon="warn">
            {text.entry.warnings(findings.length - errors)}
          </Tag>
        ) : null}
      </h3>
      {halted?.kind === 'refused' ? (
        <p className="message">
          <span className="bad">
            <Icon name="stop" />
          </span>
          <span>{String(halted.details)}</span>
        </p>
      ) : null}
      {halted?.kind === 'conflict' ? (
        <p className="message">
          <span className="bad">
            <Icon name="conflict" />
          </span>
          <span>{text.entry.conflictTitle}</span>
        </p>
      ) : null}
      {findings.map((finding) => (
        <p key={`${finding.rule} ${finding.version}`} className="message">
          <span className={finding.severity === 'hard' ? 'bad' : 'warn'}>
            <Icon name={finding.severity === 'hard' ? 'stop' : 'warn'} />
          </span>
          <span>
            {findingSentence(finding, language)} <TakeComputed edits={edits} name={name} finding={finding} />
          </span>
        </p>
      ))}
      {findings.length === 0 && halted === undefined ? (
        <p className="message">
          <span className="ok">
            <Icon name="check" />
          </span>
          <span className="ink2">{text.entry.checksFine}</span>
        </p>
      ) : null}
    </section>
  )
}

interface TakeComputedProps {
  readonly edits: FormEdits
  readonly name: string
  readonly finding: Finding
}

/** The year to date that the system computes, one click away; the other way is to say why it differs, unless it is said. */
function TakeComputed({ edits, name, finding }: TakeComputedProps) {
  const text = useText().findings
  const { right: expected, note } = finding.details
  const { model, store } = edits
  if (finding.code !== 'finding.year-to-date-differs' || expected === undefined || !model.form.canEnter) return null
  const known = model.cells.get(name)
  const said = { value: { kind: 'number', value: expected }, note: known?.note ?? '' } as const
  return (
    <>
      <button
        type="button"
        className="link"
        onClick={() => store.say([{ cell: name, said, seenRevision: known?.revision ?? 0 }])}
      >
        {text.takeComputed}
      </button>{' '}
      {note === undefined ? text.orNote : text.orAsExplained}
    </>
  )
}
