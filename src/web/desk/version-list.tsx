import { Link } from '@tanstack/react-router'
import type { ConsolidatedDue } from '#contract/consolidated-due.ts'
import type { VersionOnDesk } from '#contract/version-steps.ts'
import { spokenMoment } from '../platform/text/moments.ts'
import { reportTitle } from '../platform/text/report-title.ts'
import { dueWords, standingToDue } from '../platform/text/standing-to-due.ts'
import { useText, useYou } from '../platform/text/use-text.ts'
import { buttonClass } from '../ui/button.tsx'
import { Tag } from '../ui/tag.tsx'
import { DeskSection } from './desk-section.tsx'

interface VersionListProps {
  readonly versions: readonly VersionOnDesk[]
  readonly hasPrimary: boolean
}

/** Consolidated reports that wait for this person: to appraise, approve, seal or send, or to submit again. */
export function VersionList({ versions, hasPrimary }: VersionListProps) {
  const text = useText()
  const { you } = useYou()
  if (versions.length === 0) return null
  return (
    <DeskSection
      id="versions-on-desk"
      title={text.versionWay.onDesk(you)}
      count={<Tag look="info">{versions.length}</Tag>}
    >
      <div className="card">
        {versions.map((it, at) => (
          <article key={keyOf(it)} className="due due-flat">
            <div className="due-day">
              <b>{text.consolidation.versionName(it.version, false)}</b>
              <small className="ink2">{text.versionWay.states[it.state]}</small>
              {it.due ? <DueNote due={it.due} /> : null}
            </div>
            <div>
              <h3>{reportTitle(it.regime.name, it.period.name)}</h3>
              <Standing it={it} />
            </div>
            <div className="due-action">
              <VersionLink it={it} className={buttonClass(hasPrimary && at === 0 ? 'primary' : 'outline')}>
                {text.versionWay.act[it.can[0] ?? 'sendBack']}
              </VersionLink>
            </div>
          </article>
        ))}
      </div>
    </DeskSection>
  )
}

function DueNote({ due }: { readonly due: ConsolidatedDue }) {
  const text = useText()
  const { look, words } = standingToDue(text, due)
  return (
    <small className={look === 'plain' ? 'due-note ink2' : `due-note ${look}`} title={dueWords(text, due)}>
      {words}
    </small>
  )
}

function Standing({ it }: { readonly it: VersionOnDesk }) {
  const text = useText()
  const when = spokenMoment(text, it.stateSince)
  if (it.returned === null) return <p className="xs ink2">{text.desk.stateSince(text.states[it.state], when)}</p>
  return (
    <>
      <p className="xs bad">{text.versionWay.returnedOnDesk(it.version, it.returned.by?.name ?? '', when)}</p>
      <blockquote>«{it.returned.reason}»</blockquote>
    </>
  )
}

/** Those that colleagues hold. */
export function OtherVersions({ versions }: { readonly versions: readonly VersionOnDesk[] }) {
  const text = useText()
  if (versions.length === 0) return null
  return (
    <DeskSection id="versions-of-others" title={text.versionWay.others}>
      <ul className="card waiting">
        {versions.map((it) => (
          <li key={keyOf(it)}>
            <div className="grow">
              <b>{reportTitle(it.regime.name, it.period.name)}</b>
              <p className="xs mut">
                {text.consolidation.versionName(it.version, false)} · {text.versionWay.states[it.state]} ·{' '}
                {text.desk.holds(it.holder || text.versionWay.nobody, spokenMoment(text, it.stateSince))}
              </p>
            </div>
            <VersionLink it={it}>{text.common.open}</VersionLink>
          </li>
        ))}
      </ul>
    </DeskSection>
  )
}

function keyOf({ regime, period, version }: VersionOnDesk): string {
  return `${regime.code} ${period.label} ${version}`
}

interface VersionLinkProps {
  readonly it: VersionOnDesk
  readonly className?: string
  readonly children: string
}

function VersionLink({ it, className, children }: VersionLinkProps) {
  return (
    <Link
      to="/province/$period/versions"
      params={{ period: it.period.label }}
      search={{ version: it.version }}
      {...(className === undefined ? {} : { className })}
    >
      {children}
    </Link>
  )
}
