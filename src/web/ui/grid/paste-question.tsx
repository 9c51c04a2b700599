import { useLayoutEffect, useRef } from 'react'
import { typedText } from '#core/form/clipboard.ts'
import type { PastedEntry, PastePlan } from '#core/form/paste.ts'
import { formatVi } from '#core/quantity/vietnamese-number.ts'
import { Icon } from '../icons.tsx'
import { vi } from './vi.ts'
import './paste-question.css'

const shownRows = 4
const { paste } = vi

const reading = (entry: PastedEntry | undefined): string => {
  if (entry?.parsed.ok !== true) return '?'
  const { value } = entry.parsed
  return value.kind === 'number' ? formatVi(value.value) : typedText(value)
}

interface PasteQuestionProps {
  readonly plan: PastePlan
  readonly onAnswer: (reading: 'vi' | 'en' | undefined) => void
}

/** Asked once for a block whose separators can be read two ways; shows what each reading would put into the cells. */
export function PasteQuestion({ plan, onAnswer }: PasteQuestionProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  // Neither answer has the focus at first: an Enter meant for the grid must not decide. Closing gives the focus back to
  // the grid's input; it has to come before the dialog leaves the document.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    title.current?.focus()
    return () => element?.close()
  }, [])
  const shown = plan.differing.slice(0, shownRows)
  const more = plan.differing.length - shown.length
  return (
    <dialog
      ref={dialog}
      className="grid-question"
      aria-labelledby="grid-question-title"
      onCancel={() => onAnswer(undefined)}
    >
      <h3 id="grid-question-title" ref={title} tabIndex={-1}>
        <Icon name="ask" /> {paste.question}
      </h3>
      <p>{paste.explain(plan.differing.length)}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{paste.source}</th>
            <th scope="col">{paste.asVi}</th>
            <th scope="col">{paste.asEn}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((index) => (
            <tr key={index}>
              <td>{plan.vi[index]?.text}</td>
              <td>{reading(plan.vi[index])}</td>
              <td>{reading(plan.en[index])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="grid-more">{paste.more(more)}</p>}
      <div className="grid-answers">
        <button type="button" onClick={() => onAnswer('vi')}>
          {paste.useVi}
        </button>
        <button type="button" onClick={() => onAnswer('en')}>
          {paste.useEn}
        </button>
        <button type="button" className="grid-plain" onClick={() => onAnswer(undefined)}>
          {paste.cancel}
        </button>
      </div>
    </dialog>
  )
}
