/** The explanation of a number as plain text, to be pasted into a message or a report: what is on the panel, in order. */
import type { ExplanationNode } from '#contract/explanation.ts'
import type { Explanation } from '#contract/province.ts'
import { fullDay, shortMoment, timeOf } from '../platform/clock.ts'
import type { Text } from '../platform/text/vi.ts'
import { shownNumber, spokenValue } from './spoken-value.ts'

export function explanationText(text: Text, it: Explanation): string {
  const words = text.province.explain
  const { node } = it
  return [
    `${it.rowLabel} · ${columnAndPeriod(it)}: ${valueAndMeasure(text, node)}`,
    words.readAt(text.province.readings[it.reading].toLowerCase(), `${timeOf(it.at)} ${fullDay(it.at)}`),
    ...acceptedLine(text, it),
    ...it.otherSources.map((other) => `${words.differs} ${otherSourceText(text, other, node.decimals)}`),
    ...(node.formula ? [`${words.formula}: ${node.formula.words}`, node.formula.figures] : []),
    ...(node.parts.length > 0 ? [`${words.parts}:`, ...node.parts.flatMap((part) => partLines(text, part, 0))] : []),
    ...(node.parts.length === 0 ? originLines(text, node) : []),
  ].join('\n')
}

/** «Lũy kế 9 tháng» of «9 tháng năm 2026» is «Lũy kế 9 tháng năm 2026»: what both say is said once. */
export function columnAndPeriod({ columnLabel, periodName }: Pick<Explanation, 'columnLabel' | 'periodName'>): string {
  if (periodName === '') return columnLabel
  const words = columnLabel.split(' ')
  for (let from = 0; from < words.length; from++) {
    const shared = words.slice(from).join(' ')
    if (`${periodName} `.startsWith(`${shared} `) || periodName.startsWith(`${shared}/`)) {
      return [...words.slice(0, from), periodName].join(' ')
    }
  }
  return `${columnLabel}, ${periodName}`
}

function valueAndMeasure(text: Text, node: ExplanationNode): string {
  const value = spokenValue(text, node.value, node.decimals)
  return node.value.kind === 'number' && node.measure !== '' ? `${value} ${node.measure}` : value
}

function partLines(text: Text, node: ExplanationNode, depth: number): readonly string[] {
  const indent = '  '.repeat(depth)
  const meta = nodeMeta(text, node)
  return [
    `${indent}- ${node.sign}${partLabel(text, node)}: ${valueAndMeasure(text, node)}${meta === '' ? '' : ` (${meta})`}`,
    ...(node.formula ? [`${indent}  ${node.formula.figures}`] : []),
    ...originLines(text, node).map((line) => `${indent}  ${line}`),
    ...node.parts.flatMap((part) => partLines(text, part, depth + 1)),
  ]
}

/** An amount of the consolidating agency bears no name of its own. */
export function partLabel(text: Text, { label, adjustment }: Pick<ExplanationNode, 'label' | 'adjustment'>): string {
  return adjustment ? text.consolidation.adjust : label
}

/** «Cục Thuế tỉnh, ước, tiếp nhận 18/9 16:20» */
export function nodeMeta(text: Text, node: ExplanationNode): string {
  const vintage = node.vintage === null ? '' : text.vintages[node.vintage].toLowerCase()
  return [node.agency ?? '', vintage, levelWords(text, node)].filter((part) => part !== '').join(', ')
}

export function levelWords(text: Text, { level, at }: Pick<ExplanationNode, 'level' | 'at'>): string {
  if (level === null) return ''
  if (at === null) return text.levels[level].toLowerCase()
  const words = text.province.explain
  return level === 'sent' ? words.sentAt(shortMoment(at)) : words.acceptedAt(shortMoment(at))
}

function originLines(text: Text, { cell, source, adjustment }: ExplanationNode): readonly string[] {
  const words = text.province.explain
  if (adjustment) {
    const who = adjustment.by?.name ?? adjustment.agency.shortName
    return [`${text.consolidation.adjustedBy(who, shortMoment(adjustment.at))}: ${adjustment.reason}`]
  }
  if (cell) {
    const who = cell.enteredBy?.name
    const when = shortMoment(cell.enteredAt)
    return [
      `${who === undefined ? words.entered(when) : words.enteredBy(who, when)}; ${words.place(cell.form, cell.rowLabel, cell.columnLabel)}`,
      ...(cell.note === '' ? [] : [words.note(cell.note)]),
    ]
  }
  return source === '' ? [] : [words.from(source)]
}

/** Said only when leaving out what is not yet accepted gives another number. */
export function differsFromAccepted({ acceptedOnly, node }: Explanation): boolean {
  if (!acceptedOnly) return false
  const [all, accepted] = [node.value, acceptedOnly.value]
  if (all.kind !== accepted.kind) return true
  return all.kind === 'number' && accepted.kind === 'number' && all.value !== accepted.value
}

function acceptedLine(text: Text, it: Explanation): readonly string[] {
  if (!it.acceptedOnly || !differsFromAccepted(it)) return []
  const { value, counted, total } = it.acceptedOnly
  const words = text.province.explain
  const parts = counted < total && total > 1 ? words.newParts(counted, total) : ''
  return [`${words.acceptedOnly} ${spokenValue(text, value, it.node.decimals)}${parts}`]
}

type OtherSource = Explanation['otherSources'][number]

export function otherSourceText(
  text: Text,
  { area, agency, value, difference }: OtherSource,
  decimals: number,
): string {
  const words = text.province.explain
  const shown = value.kind === 'number' ? shownNumber(value.value, decimals) : words.noFigure
  const by = difference === null ? '' : `, ${words.differsBy} ${shownNumber(difference, decimals)}`
  const about = area === '' ? '' : ` (${area})`
  return `${words.says(agency)} ${shown}${by}${about}`
}
