import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import type { GridPosition } from '#core/form/selection.ts'

const rowHeight = 28
/** Room that a note of a few lines, or the echo of a number, needs above or beside its cell. */
const noteRoom = { above: 84, below: 116, right: 324, beside: 346 }

/** Lays floating parts over or beside their cells, and scrolls so that a cell is not hidden under the fixed parts. */
export function usePlace(active: GridPosition, noted: GridPosition | undefined) {
  const scroller = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLDivElement>(null)
  const over = useRef<HTMLDivElement>(null)
  const note = useRef<HTMLDivElement>(null)
  const beside = useRef<HTMLDivElement>(null)

  const cellElement = useCallback((position: GridPosition | undefined): HTMLElement | undefined => {
    if (position === undefined) return undefined
    const row = canvas.current?.querySelector(`[data-row="${position.row}"]`)
    return row?.querySelector<HTMLElement>(`[data-column="${position.column}"]`) ?? undefined
  }, [])

  const lay = useCallback(() => {
    for (const [part, cell] of [
      [over.current, cellElement(active)],
      [beside.current, cellElement(active)],
      [note.current, cellElement(noted)],
    ] as const) {
      if (part && canvas.current && scroller.current) layOver(part, cell, [canvas.current, scroller.current])
    }
  }, [active, noted, cellElement])

  const reveal = useCallback(
    (position: GridPosition) => {
      const cell = cellElement(position)
      if (cell && scroller.current && canvas.current) scrollTo(scroller.current, canvas.current, cell)
    },
    [cellElement],
  )

  useLayoutEffect(lay)
  useEffect(() => {
    if (canvas.current === null) return
    const observer = new ResizeObserver(lay)
    observer.observe(canvas.current)
    return () => observer.disconnect()
  }, [lay])

  /** Rows of one page of the view, headings apart. */
  const pageRows = () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 4)
  return { scroller, canvas, over, note, beside, reveal, pageRows }
}

type Around = readonly [canvas: HTMLElement, scroller: HTMLElement]

/**
 * Also says on which sides there is no room: `data-tight` holds some of `above`, `echo`, `below`, `right`, `beside` and
 * `half` (the cell is in the lower half of the view).
 */
function layOver(part: HTMLElement, cell: HTMLElement | undefined, [canvas, scroller]: Around): void {
  part.hidden = cell === undefined
  if (cell === undefined) return
  const outer = canvas.getBoundingClientRect()
  const view = scroller.getBoundingClientRect()
  const box = cell.getBoundingClientRect()
  const above = box.top - view.top - headHeight(canvas)
  const sides: readonly (readonly [string, boolean])[] = [
    ['above', above < noteRoom.above],
    ['echo', above < rowHeight - 1],
    ['below', view.bottom - box.bottom < noteRoom.below],
    ['half', box.top > (view.top + view.bottom) / 2],
    ['right', view.right - box.left < noteRoom.right],
    ['beside', view.right - box.right < noteRoom.beside],
  ]
  part.dataset.tight = sides.flatMap(([side, isTight]) => (isTight ? [side] : [])).join(' ')
  part.style.transform = `translate(${box.left - outer.left}px, ${box.top - outer.top}px)`
  part.style.width = `${box.width}px`
  part.style.height = `${box.height}px`
}

const headHeight = (canvas: HTMLElement): number => canvas.querySelector('thead')?.getBoundingClientRect().height ?? 0

function scrollTo(scroller: HTMLElement, canvas: HTMLElement, cell: HTMLElement): void {
  const lead = canvas.querySelector('.grid-lead-last')?.getBoundingClientRect()
  const view = scroller.getBoundingClientRect()
  const box = cell.getBoundingClientRect()
  const top = view.top + headHeight(canvas)
  const left = lead ? lead.right : view.left
  const bottom = view.top + scroller.clientHeight
  const right = view.left + scroller.clientWidth
  const heading = cell.closest('tr')?.previousElementSibling
  const first = heading?.classList.contains('grid-row-title') ? heading.getBoundingClientRect() : box
  scroller.scrollTop += box.top < top ? first.top - top : Math.max(0, box.bottom - bottom)
  scroller.scrollLeft += box.left < left ? box.left - left : Math.max(0, box.right - right)
}
