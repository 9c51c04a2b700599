import { useState } from 'react'
import type { Explanation, ExplanationNode } from '#contract/province.ts'
import { useText } from '../platform/text/use-text.ts'
import type { Text } from '../platform/text/vi.ts'
import { Button } from '../ui/button.tsx'
import { computedWords } from './value-words.ts'

/** The explanation as plain text, for a letter or a call. Browsers allow it on secure addresses only. */
export function CopyExplanation({ explanation }: { readonly explanation: Explanation }) {
  const text = useText()
  const [isCopied, setIsCopied] = useState(false)
  if (!('clipboard' in navigator)) return null
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(plainText(text, explanation))
    setIsCopied(true)
  }
  return (
    <div className="explain-foot">
      <Button onClick={() => void copy()}>{isCopied ? text.province.copied : text.province.copy}</Button>
    </div>
  )
}

function plainText(text: Text, it: Explanation): string {
  const value = (node: ExplanationNode): string =>
    computedWords(text, node.value, { decimals: node.decimals }).shown + (node.measure === '' ? '' : ` ${node.measure}`)
  const lines = (node: ExplanationNode, indent: string): readonly string[] =>
    node.parts.flatMap((part) => [
      `${indent}- ${part.label}: ${value(part)}${part.agency === null ? '' : ` (${part.agency})`}`,
      ...lines(part, `${indent}  `),
    ])
  return [
    `${it.rowLabel}, ${it.columnLabel}, ${it.periodName}: ${value(it.node)}`,
    ...(it.node.formula === null ? [] : [it.node.formula.words, it.node.formula.figures]),
    ...lines(it.node, ''),
  ].join('\n')
}
