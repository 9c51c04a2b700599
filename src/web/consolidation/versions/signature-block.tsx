import type { VersionView } from '#contract/versions.ts'
import { fullDay } from '../../platform/clock.ts'
import { useText } from '../../platform/text/use-text.ts'

interface SignatureBlockProps {
  readonly version: VersionView
}

/** At the foot of the printed version: who made, appraised and approved it, as far as it has come. */
export function SignatureBlock({ version: it }: SignatureBlockProps) {
  const words = useText().versionWay
  const doneBy = (key: 'appraise' | 'approve') => {
    const step = it.steps.find((one) => one.key === key)
    return step?.status === 'done' ? { who: step.people[0], at: step.doneAt } : undefined
  }
  const signers = [
    { key: 'maker', title: words.maker, it: { who: it.by ?? undefined, at: it.at } },
    { key: 'appraiser', title: words.appraiser, it: doneBy('appraise') },
    { key: 'head', title: words.head, it: doneBy('approve') },
  ]
  return (
    <footer className="print-only signature-block">
      <ul>
        {signers.map(({ key, title, it: signed }) => (
          <li key={key}>
            <b>{title}</b>
            {signed?.who ? (
              <>
                <span>{signed.who.position}</span>
                <span className="signature-name">{signed.who.name}</span>
                {signed.at === null ? null : <small>{fullDay(signed.at)}</small>}
              </>
            ) : (
              <small>({words.notYet})</small>
            )}
          </li>
        ))}
      </ul>
      {doneBy('approve') ? <p>{words.unsigned}</p> : null}
    </footer>
  )
}
