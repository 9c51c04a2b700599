import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import type { GridPosition } from '#core/form/selection.ts'

/** Lays floating parts over or beside their cells, and scrolls so that a cell is not hidden under the fixed parts. */
export function usePlace(active: GridPosition, noted: GridPosition | undefined) {
  const scroller = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLDivElement>(null)
  const over = useRef<HTMLDivElement>(null)
  const note = useRef<HTMLDivElement>(null)

  const cellElement = useCallback((position: GridPosition | undefined): HTMLElement | undefined => {
    if (position === undefined) return undefined
    const row = canvas.current?.querySelector(`[data-row="${position.row}"]`)
    return row?.querySelector<HTMLElement>(`[data-column="${position.column}"]`) ?? undefined
  }, [])

  const lay = useCallback(() => {
    layOver(over.current, cellElement(active), canvas.current)
    layOver(note.current, cellElement(noted), canvas.current)
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

  return { scroller, canvas, over, note, reveal }
}

function layOver(part: HTMLElement | null, cell: HTMLElement | undefined, canvas: HTMLElement | null): void {
  if (part === null || canvas === null) return
  part.hidden = cell === undefined
  if (cell === undefined) return
  const outer = canvas.getBoundingClientRect()
  const box = cell.getBoundingClientRect()
  part.style.transform = `translate(${box.left - outer.left}px, ${box.top - outer.top}px)`
  part.style.width = `${box.width}px`
  part.style.height = `${box.height}px`
}

function scrollTo(scroller: HTMLElement, canvas: HTMLElement, cell: HTMLElement): void {
  const head = canvas.querySelector('thead')?.getBoundingClientRect().height ?? 0
  const lead = canvas.querySelector('.grid-lead-last')?.getBoundingClientRect()
  const view = scroller.getBoundingClientRect()
  const box = cell.getBoundingClientRect()
  const top = view.top + head
  const left = lead ? lead.right : view.left
  const bottom = view.top + scroller.clientHeight
  const right = view.left + scroller.clientWidth
  scroller.scrollTop += box.top < top ? box.top - top : Math.max(0, box.bottom - bottom)
  scroller.scrollLeft += box.left < left ? box.left - left : Math.max(0, box.right - right)
}
