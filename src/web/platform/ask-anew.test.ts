import assert from 'node:assert/strict'
import { test } from 'node:test'
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { askAnew } from './ask-anew.ts'

/** Something at a server that reads at once and answers when it is let; `shown` is what a page shows of it. */
function aPage() {
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 60_000, retry: false } } })
  const waiting: (() => void)[] = []
  const server = { state: 'pinned' }
  const queryFn = async () => {
    const { state } = server
    await new Promise<void>((answer) => waiting.push(answer))
    return state
  }
  const observer = new QueryObserver(queries, { queryKey: ['province', 'versions'], queryFn })
  const close = observer.subscribe(() => {})
  const answer = async () => {
    await new Promise((turn) => setTimeout(turn))
    waiting.shift()?.()
    await new Promise((turn) => setTimeout(turn))
  }
  return { queries, server, answer, close, shown: () => observer.getCurrentResult().data }
}

test('a first answer that was read before the change is asked for once more', async () => {
  const page = aPage()
  page.server.state = 'submitted'
  const asked = askAnew(page.queries, ['province'])
  await page.answer()
  assert.equal(page.shown(), 'pinned')
  await page.answer()
  await asked
  assert.equal(page.shown(), 'submitted')
  page.close()
})

test('a later answer that was read before the change is given up', async () => {
  const page = aPage()
  await page.answer()
  const before = askAnew(page.queries, ['province'])
  page.server.state = 'submitted'
  const after = askAnew(page.queries, ['province'])
  await page.answer()
  assert.equal(page.shown(), 'pinned')
  await page.answer()
  await Promise.all([before, after])
  assert.equal(page.shown(), 'submitted')
  page.close()
})
