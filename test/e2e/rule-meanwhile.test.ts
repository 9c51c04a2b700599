/** Two people at one check rule, and a rule that is left before it is saved: nothing typed is lost without a question. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CheckRuleList } from '#contract/check-rules.ts'
import { aWorld } from './world.ts'

const world = await aWorld()
const vy = await world.journey.as('vy')
const code = 'SYT-TCM'
const path = `/api/check-rules/${code}`
const scope = { kind: 'form', form: 'SYT-01' }
const draft = { scope, severity: 'soft', condition: '[a3] <= [a2]', name: 'Số ca', message: '', reason: 'Thử' }
assert.equal((await vy.post('/api/check-rules', { code, ...draft })).status, 200)

async function stored() {
  const { rules } = (await vy.get<CheckRuleList>('/api/check-rules')).body
  const found = rules.find((rule) => rule.code === code)
  assert.ok(found)
  return found
}

const page = await world.open('phuc', `/catalogue/check-rules/${code}`)
const name = page.getByLabel('Tên', { exact: true })
const save = page.getByRole('button', { name: 'Lưu bản nháp' })

test('one button of a rule’s page is filled: of a draft, switching it on', async () => {
  await page.getByRole('button', { name: 'Bật quy tắc' }).waitFor()
  assert.deepEqual(await page.locator('.btn-primary').allTextContents(), ['Bật quy tắc'])
})

test('a draft saved meanwhile is shown in the editor; what is typed stays, and is saved over it only when seen', async () => {
  await page.getByRole('button', { name: 'Soạn bản mới' }).click()
  await name.fill('Số ca của tôi')
  const { version, changedAt } = await stored()
  const theirs = { ...draft, name: 'Số ca của chị Vy', seen: { version, changedAt } }
  assert.equal((await vy.put(path, theirs)).status, 200)
  const notice = page.getByRole('alert').filter({ hasText: 'Bản 1 vừa được lưu, bật hoặc tắt' })
  await notice.getByRole('heading', { name: 'Số ca của chị Vy' }).waitFor()
  assert.equal(await name.inputValue(), 'Số ca của tôi')
  assert.ok(await save.isDisabled())
  await notice.getByRole('button', { name: 'Đã xem, giữ chữ đang gõ' }).click()
  await save.click()
  await page.getByRole('heading', { name: 'Số ca của tôi' }).waitFor()
  assert.equal((await stored()).name, 'Số ca của tôi')
})

test('leaving a rule that is not saved is asked about; filters of the list are not leaving', async () => {
  await page.getByRole('button', { name: 'Soạn bản mới' }).click()
  await name.fill('Số ca chưa lưu')
  await page.getByLabel('Tìm quy tắc').fill('s')
  const question = page.getByRole('dialog', { name: 'Quy tắc chưa lưu' })
  await page.getByRole('link', { name: 'Soạn quy tắc mới' }).click()
  await question.getByRole('button', { name: 'Ở lại' }).click()
  assert.equal(await name.inputValue(), 'Số ca chưa lưu')
  await page.getByRole('link', { name: 'Soạn quy tắc mới' }).click()
  await question.getByRole('button', { name: 'Rời trang' }).click()
  await page.getByRole('heading', { name: 'Quy tắc mới' }).waitFor()
})
