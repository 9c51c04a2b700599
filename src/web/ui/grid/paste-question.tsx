import { useLayoutEffect, useRef } from 'react'
import { typedText } from '#core/form/clipboard.ts'
import type { PastedEntry, PastePlan } from '#core/form/paste.ts'
import { formatVi } from '#core/quantity/vietnamese-number.ts'
import type { GridText } from '../../platform/text/grid-vi.ts'
import { Icon } from '../icons.tsx'
import './paste-question.css'

const shownRows = 4

const reading = (entry: PastedEntry | undefined): string => {
  if (entry?.parsed.ok !== true) return '?'
  const { value } = entry.parsed
  return value.kind === 'number' ? formatVi(value.value) : typedText(value)
}

interface PasteQuestionProps {
  readonly plan: PastePlan
  readonly text: GridText['paste']
  readonly onAnswer: (reading: 'vi' | 'en' | undefined) => void
}

/** Asked once for a block whose separators can be read two ways; shows what each reading would put into the cells. */
export function PasteQuestion({ plan, text, onAnswer }: PasteQuestionProps) {
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
        <Icon name="ask" /> {text.question}
      </h3>
      <p>{text.explain(plan.differing.length)}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.source}</th>
            <th scope="col">{text.asVi}</th>
            <th scope="col">{text.asEn}</th>
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
      {more > 0 && <p className="grid-more">{text.more(more)}</p>}
      <div className="grid-answers">
        <button type="button" onClick={() => onAnswer('vi')}>
          {text.useVi}
        </button>
        <button type="button" onClick={() => onAnswer('en')}>
          {text.useEn}
        </button>
        <button type="button" className="grid-plain" onClick={() => onAnswer(undefined)}>
          {text.cancel}
        </button>
      </div>
    </dialog>
  )
}
