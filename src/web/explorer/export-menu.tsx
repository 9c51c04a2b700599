import type { ExportQuery } from '#contract/explorer.ts'
import { useText } from '../platform/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icons.tsx'
import { usePopup } from '../ui/use-popup.ts'
import { useDownload } from './use-download.ts'

const kinds = [
  { name: 'exportLong', shape: 'long', numbers: 'plain' },
  { name: 'exportWide', shape: 'wide', numbers: 'plain' },
  { name: 'exportVi', shape: 'wide', numbers: 'vi' },
] as const satisfies readonly (Omit<ExportQuery, 'q'> & { readonly name: string })[]

/** The table as a file: for programs, or as it lies. */
export function ExportMenu({ q }: { readonly q: string }) {
  const words = useText().explorer
  const { frame, isOpen, toggle } = usePopup()
  const { download, isFailed } = useDownload()
  return (
    <div ref={frame} className="export-menu">
      <Button look="primary" icon="download" aria-expanded={isOpen} aria-controls="export-popup" onClick={toggle}>
        {words.exportFile} <Icon name="down" size={14} />
      </Button>
      {isOpen ? (
        <div id="export-popup" className="export-popup">
          {kinds.map(({ name, shape, numbers }) => (
            <button
              key={name}
              type="button"
              className="export-kind"
              onClick={() => {
                const query = new URLSearchParams({ q, shape, numbers })
                download({ path: `/api/explorer/export?${query}`, name: 'tra-cuu.csv' })
              }}
            >
              {words[name]}
            </button>
          ))}
          <p className="mut">{words.exportHint}</p>
          <p role="status" className="bad">
            {isFailed ? words.exportFailed : ''}
          </p>
        </div>
      ) : null}
    </div>
  )
}
