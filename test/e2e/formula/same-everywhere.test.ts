import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import type { Formula } from '#core/formula/formula.ts'
import { longestFormula } from '#core/formula/parser.ts'
import { print } from '#core/formula/printer.ts'
import { aComputable } from '../../builders/formulas.ts'
import { worldAreas, worldCodes, worldFigures } from '../../builders/reading-world.ts'
import { openBrowser, servePage } from '../browser.ts'
import { computeAll, type Expression } from './harness/compute.ts'
import type { FormulaWindow } from './harness/main.ts'

const aReading: fc.Arbitrary<Formula> = fc
  .constantFrom(...worldCodes)
  .map((code) => ({ kind: 'reading', reference: { code, members: [] } }))

const anExpression: fc.Arbitrary<Expression> = fc.record({
  formula: aComputable(aReading, worldAreas)
    .map((ast) => print(ast))
    .filter((text) => text.length < longestFormula),
  area: fc.constantFrom(...worldAreas),
  period: fc.constantFrom('2021-05', '2021-06', '2021-YTD05', '2021-YTD06', '2021-Q2', '2021'),
})

test('the browser and the server compute 10,000 random formulas alike, to the last digit', async () => {
  const seed = 20_260_901
  const expressions = fc.sample(anExpression, { numRuns: 10_000, seed })
  const figures = worldFigures(seed, 400)
  const here = computeAll(expressions, figures)
  const kinds = Map.groupBy(here, (each) => /^[a-zA-Z]+/.exec(each)?.[0] ?? 'number')
  for (const kind of ['number', 'absent', 'divisionByZero', 'notApplicable', 'invalid'])
    assert.ok((kinds.get(kind)?.length ?? 0) > 20, `enough formulas end as ${kind}`)
  const served = await servePage(fileURLToPath(new URL('./harness', import.meta.url)), 'formula')
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    await page.goto(served.url)
    await page.waitForFunction(() => 'computeAll' in globalThis)
    const there = await page.evaluate(([given, known]) => (globalThis as FormulaWindow).computeAll(given, known), [
      expressions,
      figures,
    ] as const)
    assert.equal(there.length, 10_000)
    for (const [index, result] of here.entries()) assert.equal(there[index], result, expressions[index]?.formula)
  } finally {
    await browser.close()
    await served.close()
  }
})
