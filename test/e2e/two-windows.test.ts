/** One person, one form, two windows, no connection: what each of them typed outlives both. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { submissionOf } from '../builders/province.ts'
import { openForm, typeCell, waitForMark, waitForText } from './entry-form.ts'
import { aWorld, signInAs } from './world.ts'

const world = await aWorld()
const submission = await submissionOf(world.db.pool, 'SNNPTNT')
const [form] = (await world.journey.view('nhap.snnptnt', submission)).forms
const formId = form?.id ?? 0
const edits = `**/api/submissions/${submission}/forms/*/edits`
const buffalo = { row: 'Đàn trâu', column: 'Ước tháng 9' }
const cattle = { row: 'Đàn bò', column: 'Ước tháng 9' }

async function estimateOf(row: string): Promise<unknown> {
  const { cells } = await world.journey.form('nhap.snnptnt', submission, formId)
  return cells.find((cell) => cell.row === row && cell.column === 'estimate')?.value
}

test('what two windows could not send goes out from the next one that opens the form', async () => {
  const machine = await world.machine()
  await machine.route(edits, (route) => route.abort())
  const first = await machine.newPage()
  await first.goto(`/sign-in?next=/entry/${submission}/${formId}`)
  await signInAs(first, 'lan')
  const second = await machine.newPage()
  await openForm(second, submission, formId)
  await first.getByRole('grid').waitFor()
  await typeCell(first, buffalo, '1111')
  await waitForMark(first, buffalo, 'chờ gửi')
  await typeCell(second, cattle, '2222')
  await waitForMark(second, cattle, 'chờ gửi')
  await typeCell(first, buffalo, '3333')
  await waitForMark(first, buffalo, 'chờ gửi')
  await first.close()
  await second.close()
  const known = await world.journey.form('nhap.snnptnt', submission, formId)
  assert.deepEqual(known.cells, [])

  await machine.unroute(edits)
  const third = await machine.newPage()
  await openForm(third, submission, formId)
  // The mark of a cell fades, the word below the form stays.
  await waitForText(third, buffalo, '3.333')
  await waitForText(third, cattle, '2.222')
  await third.getByText(/^(Đã lưu|Mọi thay đổi đã lưu)/).waitFor()
  assert.deepEqual(await estimateOf('b1'), { kind: 'number', value: '3333' })
  assert.deepEqual(await estimateOf('b2'), { kind: 'number', value: '2222' })
  const left = await third.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('edits:')))
  assert.deepEqual(left, [])
  await machine.close()
})
