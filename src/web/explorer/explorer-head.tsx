import type { ExplorerChoices, ExplorerTable } from '#contract/explorer.ts'
import { useText } from '../platform/text/use-text.ts'
import { withinSentence } from '../platform/text/within-sentence.ts'
import { choiceWords } from './choice-words.ts'
import { ExportMenu } from './export-menu.tsx'
import { SaveButtons } from './saved/save-buttons.tsx'
import { SavedMenu } from './saved/saved-menu.tsx'
import { useOpenView } from './saved/use-views.ts'
import { ViewLine } from './saved/view-line.tsx'
import { useExplorer } from './use-explorer.ts'

interface ExplorerHeadProps {
  readonly table: ExplorerTable | undefined
  readonly choices: ExplorerChoices | undefined
}

/** What table this is: the name it was saved under, else what it shows. */
export function ExplorerHead({ table, choices }: ExplorerHeadProps) {
  const text = useText()
  const { definition } = useExplorer()
  const view = useOpenView()
  const shown = table && choices ? titleOf() : text.explorer.title
  function titleOf(): string {
    const words = (axis: 'indicator' | 'area' | 'period') =>
      choices ? choiceWords(text, axis, { definition, choices }) : ''
    return `${words('indicator')}, ${withinSentence(words('area'))}, ${words('period')}`
  }
  return (
    <header className="explorer-head">
      <div className="grow">
        <h1>{view?.name ?? shown}</h1>
        {view ? <ViewLine view={view} /> : null}
      </div>
      <div className="row wrap no-print">
        <SavedMenu />
        {table ? (
          <>
            <SaveButtons q={table.q} />
            <ExportMenu q={table.q} />
          </>
        ) : null}
      </div>
    </header>
  )
}
