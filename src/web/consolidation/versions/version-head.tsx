import type { VersionView } from '#contract/versions.ts'
import { fullDay } from '../../platform/clock.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Tag } from '../../ui/tag.tsx'
import { VersionStateTag } from './version-state-tag.tsx'
import { WholeDue } from './whole-due.tsx'

export function VersionHead({ version: it }: { readonly version: VersionView }) {
  const text = useText()
  const words = text.consolidation
  const isAffected = it.since.length > 0
  return (
    <div className="version-head no-print">
      <h2 id="version-title">{words.versionName(it.version, it.reading === 'provisional')}</h2>
      <VersionStateTag state={it.state} />
      <Tag look={isAffected ? 'warn' : 'ok'} icon={isAffected ? 'revised' : 'check'}>
        {isAffected ? words.affected(it.since.length) : words.notAffected}
      </Tag>
      {it.documentNumber === '' ? null : (
        <Tag look="line">
          {text.review.document(it.documentNumber, it.documentDate === null ? '' : fullDay(it.documentDate))}
        </Tag>
      )}
      {it.due ? <WholeDue due={it.due} /> : null}
      <span className="grow" />
      <Button icon="print" onClick={() => print()}>
        {text.common.print}
      </Button>
    </div>
  )
}
