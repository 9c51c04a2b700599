import { Link } from '@tanstack/react-router'
import type { OwedReport } from '#contract/version-steps.ts'
import { weekdayDay } from '../platform/text/moments.ts'
import { reportTitle } from '../platform/text/report-title.ts'
import { dueWords, standingToDue } from '../platform/text/standing-to-due.ts'
import { useText } from '../platform/text/use-text.ts'
import { buttonClass } from '../ui/button.tsx'
import { Tag } from '../ui/tag.tsx'
import { DeskSection } from './desk-section.tsx'

/** Consolidated reports that are due and not on their way; nothing where no act says when one is. */
export function OwedList({ owed }: { readonly owed: readonly OwedReport[] }) {
  const text = useText()
  if (owed.length === 0) return null
  return (
    <DeskSection id="owed" title={text.wholeDue.owed} hint={text.wholeDue.owedHint}>
      <div className="card">
        {owed.map(({ regime, period, due, version }) => {
          const { look, words } = standingToDue(text, due)
          return (
            <article key={`${regime.code} ${period.label}`} className="due">
              <div className="due-day">
                <b>{weekdayDay(text, due.dueAt)}</b>
                <small className={look === 'plain' ? 'ink2' : look}>{words}</small>
              </div>
              <div>
                <h3>{reportTitle(regime.name, period.name)}</h3>
                <p className="xs mut">{dueWords(text, due)}</p>
              </div>
              <div className="due-action">
                <Tag look="line">
                  {version === null ? text.wholeDue.notPinned : text.consolidation.versionName(version, false)}
                </Tag>
                <Link to="/province/$period" params={{ period: period.label }} className={buttonClass('outline')}>
                  {text.wholeDue.openTable}
                </Link>
              </div>
            </article>
          )
        })}
      </div>
    </DeskSection>
  )
}
