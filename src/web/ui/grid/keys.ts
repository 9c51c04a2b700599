/**
 * Which command a key gives. While text is being typed only the keys that end the typing are taken; everything else, and
 * Backspace always, stays with the input, because Vietnamese input tools send Backspace and letters of their own.
 */
import type { Advance, Direction, Motion } from '#core/form/navigation.ts'

/** idle: the cell is looked at. typing: begun by typing over it. editing: begun by F2, arrows move in the text. */
export type Phase = 'idle' | 'typing' | 'editing'

export type GridCommand =
  | { readonly kind: 'move'; readonly motion: Motion; readonly extend: boolean }
  | { readonly kind: 'advance'; readonly advance: Advance }
  | { readonly kind: 'selectAll' | 'clear' | 'undo' | 'redo' | 'fillDown' | 'edit' | 'cancel' | 'comma' }

export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly keyCode: number
  readonly isComposing: boolean
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

const composingKeyCode = 229
const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

export function commandOf(press: KeyPress, phase: Phase, pageRows: number): GridCommand | undefined {
  if (press.isComposing || press.keyCode === composingKeyCode || press.altKey) return undefined
  const isControl = press.ctrlKey || press.metaKey
  if (press.code === 'NumpadDecimal' && !isControl && press.key !== 'Delete') return { kind: 'comma' }
  if (press.key === 'Enter' || press.key === 'Tab') {
    if (isControl) return undefined
    return { kind: 'advance', advance: { key: press.key === 'Enter' ? 'enter' : 'tab', way: press.shiftKey ? -1 : 1 } }
  }
  if (press.key === 'Escape') return { kind: 'cancel' }
  if (press.key === 'F2') return { kind: 'edit' }
  if (phase === 'editing') return undefined
  if (phase === 'typing') {
    const direction = directions[press.key]
    if (direction === undefined || press.shiftKey || isControl) return undefined
    return { kind: 'move', motion: { kind: 'step', direction }, extend: false }
  }
  return idleCommand(press, isControl, pageRows)
}

function idleCommand(press: KeyPress, isControl: boolean, pageRows: number): GridCommand | undefined {
  const motion = motionOf(press.key, isControl, pageRows)
  if (motion !== undefined) return { kind: 'move', motion, extend: press.shiftKey }
  if (press.key === 'Delete' && !isControl) return { kind: 'clear' }
  if (!isControl) return undefined
  switch (press.key.toLowerCase()) {
    case 'a':
      return { kind: 'selectAll' }
    case 'd':
      return { kind: 'fillDown' }
    case 'z':
      return { kind: press.shiftKey ? 'redo' : 'undo' }
    case 'y':
      return { kind: 'redo' }
    default:
      return undefined
  }
}

function motionOf(key: string, isControl: boolean, rows: number): Motion | undefined {
  const direction = directions[key]
  if (direction !== undefined) return { kind: isControl ? 'edge' : 'step', direction }
  if (key === 'Home') return { kind: isControl ? 'gridStart' : 'rowStart' }
  if (key === 'End') return { kind: isControl ? 'gridEnd' : 'rowEnd' }
  if (key === 'PageDown') return { kind: 'page', direction: 'down', rows }
  if (key === 'PageUp') return { kind: 'page', direction: 'up', rows }
  return undefined
}
