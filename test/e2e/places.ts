/** The pages and dialogs of the program, each with somebody to whom it shows something, found without any word. */
import type { Page } from 'playwright-core'
import { openPeriod, submissionOf } from '../builders/province.ts'
import type { World } from './world.ts'

export interface Place {
  readonly name: string
  /** Nobody for the page that is there before signing in. */
  readonly login: string | undefined
  readonly path: string
  /** What is looked at, when what lies around it is a place of its own. */
  readonly part?: string
  /** Resolves when what the place is about is on screen. */
  readonly ready: (page: Page) => Promise<void>
}

const shows =
  (selector: string) =>
  (page: Page): Promise<void> =>
    page.locator(selector).first().waitFor()

const opens =
  (button: string) =>
  async (page: Page): Promise<void> => {
    await page.locator(button).first().click()
    await page.locator('dialog[open]').waitFor()
  }

/** Reports in every state that a page is about; September is the present, August was sent back to lan. */
async function arrange({ db, journey }: World) {
  await openPeriod(db.owner, '2026-08')
  const back = await submissionOf(db.pool, 'SNNPTNT', '2026-08')
  await journey.bring('SNNPTNT', back, 'submitted')
  const [form] = (await journey.view('lan', back)).forms
  const cells = [{ formId: form?.id, row: 'c11', column: 'estimate', note: 'Xem lại' }]
  await journey.take('minh', back, 'sendBack', { reason: 'Đề nghị đối chiếu với Chi cục Thủy sản.', cells })
  const typing = await submissionOf(db.pool, 'SNNPTNT')
  await journey.fill('lan', typing, { 'c11.estimate': '7250', 'c12.estimate': '29480', 'a3.estimate': '80115' }, null)
  const brought = { CT: 'sent', SYT: 'submitted', SCT: 'appraised', HQ: 'approved' } as const
  const ids = new Map<string, string>()
  for (const [agency, state] of Object.entries(brought)) {
    const id = await submissionOf(db.pool, agency)
    await journey.bring(agency, id, state)
    ids.set(agency, id)
  }
  const typed = `/entry/${typing}/${form?.id}`
  return { form: typed, review: (agency: string) => `/review/${ids.get(agency)}` }
}

const explorer = `/explore?${new URLSearchParams({
  q: 'v1 indicators TC.01.1 NN.03 areas 83 districts-of-83 periods 2026-YTD08 2026-9M compare last-year share',
})}`

export async function placesOf(world: World): Promise<readonly Place[]> {
  const { form, review } = await arrange(world)
  return [
    { name: 'signing in', login: undefined, path: '/sign-in', ready: shows('.demonstration') },
    { name: 'a full desk', login: 'lan', path: '/', ready: shows('.returned') },
    { name: 'an empty desk', login: 'nhap.ct', path: '/', ready: shows('.recent, .waiting') },
    { name: 'the reports to type', login: 'lan', path: '/entry', ready: shows('.list') },
    { name: 'a form', login: 'lan', path: form, ready: shows('[role=grid], .phone-cell') },
    { name: 'what is missing', login: 'lan', path: form, part: 'dialog', ready: openMissing },
    { name: 'the reports to decide on', login: 'thamdinh.syt', path: '/review', ready: shows('.list') },
    {
      name: 'differences',
      login: 'thamdinh.syt',
      path: `${review('SYT')}?view=differences`,
      ready: shows('.decision'),
    },
    { name: 'all cells', login: 'thamdinh.syt', path: `${review('SYT')}?view=all`, ready: shows('.form-table') },
    { name: 'the steps taken', login: 'phuc', path: `${review('CT')}?view=log`, ready: shows('.step-log') },
    dialog('sending back', 'thamdinh.syt', review('SYT'), '.btn-danger'),
    dialog('approving', 'pheduyet.sct', review('SCT'), '.btn-primary'),
    dialog('sealing', 'vanthu.hq', review('HQ'), '.btn-primary'),
    dialog('accepting', 'phuc', review('CT'), '.btn-primary'),
    { name: 'the indicators', login: 'thu', path: '/catalogue', ready: shows('.indicator-list li') },
    { name: 'an indicator', login: 'thu', path: '/catalogue/indicators/NN.02', ready: shows('.versions') },
    { name: 'a formula', login: 'thu', path: '/catalogue/indicators/DS.02/formula', ready: shows('.trial-agrees') },
    { name: 'a table of figures', login: 'phuc', path: explorer, ready: shows('.figure-table td') },
    { name: 'tables to start from', login: 'phuc', path: '/explore', ready: shows('.starters') },
    { name: 'the province', login: 'phuc', path: '/province/2026-09', ready: shows('[data-column=ytd]') },
    {
      name: 'an explanation',
      login: 'phuc',
      path: '/province/2026-09?reading=provisional&row=c1&column=ytd',
      part: '.explain',
      ready: shows('.explain .parts'),
    },
  ]
}

function dialog(name: string, login: string, path: string, button: string): Place {
  return { name: `the dialog of ${name}`, login, path, part: 'dialog', ready: opens(`.decision ${button}`) }
}

/** At a desk the button stands in the head; on a phone the last row of a form that is not full has none. */
async function openMissing(page: Page): Promise<void> {
  await shows('[role=grid], .phone-cell')(page)
  await opens('.work-head .btn-primary, .phone-head button')(page)
}
