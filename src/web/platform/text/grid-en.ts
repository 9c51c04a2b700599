import type { GridText } from './grid-vi.ts'

const cells = (count: number): string => `${count} ${count === 1 ? 'cell' : 'cells'}`

/** What the entry grid says, in English. */
export const gridEn: GridText = {
  ofWhich: 'Of which:',
  notEntered: 'not entered',
  signs: {
    '…': 'not yet known',
    '–': 'nothing occurred',
    '×': 'not applicable',
    '/': 'cannot be computed',
  },
  marks: {
    saving: 'saving',
    saved: 'saved',
    waiting: 'waiting to be sent',
    refused: 'not taken',
    conflict: 'conflict: two values',
    error: 'error',
    warning: 'warning',
    question: 'question',
    locked: 'locked',
    revised: 'revised since the last period',
    stated: 'base stated by the agency',
    adjusted: 'adjusted',
    computed: 'computed by the system',
  },
  readOnly: 'not typed here',
  keysHint:
    'Arrows move, typing enters, F2 edits, Enter goes down, Tab goes right, Esc restores; Esc and then Tab leaves the table.',
  refusal: {
    title: (text) => `“${text}” was not taken`,
    tooLong: (found) =>
      `This number has ${found.integerDigits} digits before and ${found.decimals} after the comma; at most 18 and 6 are kept. Check the measure.`,
    tooFine: (decimals) =>
      decimals === 0
        ? 'This cell takes whole numbers only. Round it and type again.'
        : `This cell takes at most ${decimals} decimals. Round it and type again.`,
    separators: 'A point separates thousands, a comma the decimals.',
    meant: (number, typed) => `If you mean ${number}, type ${typed}.`,
    notNumber: 'Type a number like 1234,5; “-” for nothing occurred; “…” for not yet known.',
  },
  paste: {
    taken: (count) => `${cells(count)} pasted.`,
    refused: (count) => `${cells(count)} could not be read; the text stays in the cell.`,
    notTaken: (count) => `${cells(count)} left out, because nothing is typed there.`,
    beyond: (count) => `${cells(count)} fell outside the table.`,
    rounded: (count) => `${cells(count)} rounded to the decimals shown.`,
    close: 'Close',
    question: 'What are “,” and “.” in the pasted block?',
    explain: (count) => `${count} numbers can be read in two ways. Choose one for the whole block:`,
    asVi: 'Vietnamese: “,” begins the decimals',
    asEn: 'English: “,” separates thousands',
    source: 'In the block',
    more: (count) => `and ${count} more`,
    useVi: 'Paste as Vietnamese',
    useEn: 'Paste as English',
    cancel: 'Do not paste',
  },
  undoPassedOver: (count) => `${cells(count)} not undone, because somebody has changed them since.`,
}
