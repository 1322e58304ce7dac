import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { getBoard } from '../../src/contract/visit-calls'
import { day } from '../../src/domain/calendar/calendar-day'
import type { Desk } from './support/desk'
import { openScanningDesk, type ScanningDesk } from './support/scan-desk'
import { type Holder, inventHolder, papers, registerHolder } from './support/scanned-people'
import type { Way, Wedge } from './support/wedge'

let opened: ScanningDesk
let desk: Desk
let wedge: Wedge
let child: Holder
let woman: Holder
const seeOpened = (personId: string) => opened.seeOpened(personId)

beforeAll(async () => {
  opened = await openScanningDesk()
  ;({ desk, wedge } = opened)
  child = await registerHolder(desk, 1)
  woman = await registerHolder(desk, 6, { kind: 'woman' })
})
afterAll(() => opened.end())
beforeEach(async () => {
  await desk.hand.press('Escape', 'Alt+1', 'F2')
  await desk.window.getByTestId('search').fill('')
})
afterEach(context => {
  if (context.task.result?.state === 'fail') console.error(desk.launched.output())
})

async function seeRefused(code: string): Promise<void> {
  await desk.window.locator(`[data-testid="scan-refused"][data-error-code="${code}"]`).waitFor()
}

const clean: Way = { how: 'clean' }
const telexKeys: Way = { how: 'layout', method: 'telex' }
const vniKeys: Way = { how: 'layout', method: 'vni' }
const unikeyTelex: Way = { how: 'hook', method: 'telex' }
const unikeyVni: Way = { how: 'hook', method: 'vni' }
const composedTelex: Way = { how: 'composed', method: 'telex' }
const composedVni: Way = { how: 'composed', method: 'vni' }
const words = (way: Way) => (way.how === 'clean' ? 'as typed' : `${way.method}, ${way.how}`)

const opening: readonly (readonly [
  kind: string,
  text: () => string,
  who: () => Holder,
  refused: readonly Way[],
])[] = [
  ['our own code', () => child.personCode, () => child, []],
  ['a code of the national system', () => child.niisCode, () => child, [composedTelex, composedVni]],
  ['a bare personal number', () => child.nationalId, () => child, [composedTelex, composedVni]],
  ['an insurance code', () => child.insurance, () => child, [unikeyVni, composedTelex, composedVni]],
  ['the QR of an insurance card', () => papers.insuranceQr(child), () => child, [unikeyVni, composedVni]],
  ['the QR of a citizen card', () => papers.card(woman), () => woman, []],
  ['the QR of a card since 2024', () => papers.newCard(woman), () => woman, []],
]

describe('each kind of scan opens the right person, or nobody', () => {
  const ways = [clean, telexKeys, vniKeys, unikeyTelex, unikeyVni, composedTelex, composedVni]
  test.each(
    opening.flatMap(([kind, text, who, refused]) =>
      ways.map(way => ({ kind, how: words(way), text, who, way, isRefused: refused.includes(way) })),
    ),
  )('$kind, $how', async ({ text, who, way, isRefused }) => {
    const { window } = desk
    // Text without keys can only arrive in a field.
    if (way.how !== 'composed') await desk.hand.press('Alt+5')
    await wedge.scan(text(), way)
    if (isRefused) {
      await window.getByTestId('scan-refused').waitFor()
      expect(await window.locator('[data-person-id]').count()).toBe(0)
    } else await seeOpened(who().personId)
    expect(await window.getByTestId('search').inputValue()).toMatch(isRefused ? /^$/u : /^[A-Z\d]+$/u)
  })

  test('a birth paper with a personal number opens the child', async () => {
    await wedge.scan(papers.birthPaper(child))
    await seeOpened(child.personId)
  })
})

describe('on every screen', () => {
  const places = ['Alt+1', 'Alt+2', 'Alt+3', 'Alt+4', 'Alt+5', 'Control+n']
  test.each(places)('after %s', async place => {
    await desk.window.getByTestId('search').fill('be moi')
    await desk.hand.press(place)
    await wedge.scan(child.personCode)
    await seeOpened(child.personId)
  })

  test.each(['people', 'due', 'stock', 'print-jobs', 'set-up'])('on %s', async place => {
    await desk.window.getByTestId(`nav-${place}`).focus()
    await desk.hand.look()
    await desk.hand.press('Enter')
    await desk.window.getByTestId(`screen-${place}`).waitFor()
    await wedge.scan(papers.card(woman))
    await seeOpened(woman.personId)
  })

  test('with the cursor in a text field, which is left as it was', async () => {
    const { window, hand } = desk
    await hand.type('lo thi uoc')
    await hand.press('Control+n')
    const name = window.getByLabel(/^Họ tên( \*)?$/)
    await name.waitFor()
    for (const [text, way] of [
      [child.personCode, clean],
      [papers.card(woman), unikeyTelex],
      [papers.newCard(woman), telexKeys],
      [papers.card(woman), composedVni],
    ] as const) {
      await name.focus()
      await wedge.scan(text, way)
      await seeOpened(text === child.personCode ? child.personId : woman.personId)
      await hand.press('Escape', 'Escape')
      await window.getByTestId('search').fill('lo thi uoc')
      await hand.press('Control+n')
      expect(await name.inputValue()).toBe('Lo Thi Uoc')
    }
  })

  test('with a dialog open', async () => {
    await desk.hand.press('F1')
    await desk.window.getByRole('dialog').waitFor()
    await wedge.scan(child.personCode)
    await seeOpened(child.personId)
    await desk.window.getByRole('dialog').waitFor({ state: 'detached' })
  })

  test('a scan presses no command: nobody comes into the queue, no dose is ticked', async () => {
    const arrived = async () => (await desk.ask(getBoard, { on: null })).figures.arrived
    const before = await arrived()
    await desk.hand.press('Alt+3')
    await wedge.scan(child.personCode)
    // A second Enter, as some scanners send it.
    await desk.hand.press('Enter')
    await seeOpened(child.personId)
    expect(await arrived()).toBe(before)
  })

  test.each([0, 20, 40, 130])('of two scans %i ms apart the last one counts', async gapMs => {
    await desk.hand.press('Alt+5')
    await wedge.scan(child.personCode)
    await new Promise(resolve => setTimeout(resolve, gapMs))
    await wedge.scan(woman.personCode)
    await seeOpened(woman.personId)
    await desk.window.waitForTimeout(300)
    await seeOpened(woman.personId)
  })
})

describe('what is not certain is asked', () => {
  test('the card of somebody unknown fills the form, and what did not come through is asked', async () => {
    const { window, hand } = desk
    const stranger = inventHolder(93)
    await hand.press('Alt+5')
    await wedge.scan(papers.card(stranger))
    const form = window.getByTestId('register-form')
    await form.waitFor()
    await window.getByTestId('card-notice').getByText('Hỏi và gõ họ tên').waitFor()
    expect(await window.getByLabel(/^Họ tên( \*)?$/).inputValue()).toBe('')
    expect(
      await window
        .getByLabel(/^Ngày sinh/)
        .first()
        .inputValue(),
    ).toBe(stranger.born.split('-').toReversed().join('/'))
    await window.getByTestId('card-of-mother').focus()
    await hand.look()
    await hand.press('Enter')
    expect(await window.getByLabel('Số định danh').first().inputValue()).toBe(stranger.nationalId)
    expect(
      await window
        .getByLabel(/^Ngày sinh/)
        .first()
        .inputValue(),
    ).toBe('')
  })

  test("a mother's card shows her children; a digit opens one", async () => {
    const { window, hand } = desk
    const mother = inventHolder(12)
    const relatives = [
      {
        relation: 'mother' as const,
        name: mother.name,
        nationalId: mother.nationalId,
        phone: null,
        birthYear: Number(mother.born.slice(0, 4)),
      },
    ]
    const first = await registerHolder(desk, 13, { kind: 'child', relatives })
    const second = await registerHolder(desk, 14, { kind: 'child', relatives })
    await wedge.scan(papers.card(mother))
    const dialog = window.getByTestId('scan-choose')
    await dialog.waitFor()
    expect(await window.getByTestId('scan-hit').count()).toBe(2)
    expect(await window.locator('[data-person-id]').count()).toBe(0)
    const names = await window.getByTestId('scan-hit').allInnerTexts()
    const at = names.findIndex(name => name.includes(second.name))
    expect(names.some(name => name.includes(first.name))).toBe(true)
    await hand.press(String(at + 1))
    await seeOpened(second.personId)
  })

  test('a card that contradicts the record shows both and opens nobody', async () => {
    const { window, hand } = desk
    const other = await registerHolder(desk, 15, { birthDate: day('1995-01-31') })
    await wedge.scan(papers.card(other))
    await window.getByTestId('scan-choose').getByText('khác ngày sinh').waitFor()
    expect(await window.locator('[data-person-id]').count()).toBe(0)
    await hand.press('Escape')
    await window.getByTestId('scan-choose').waitFor({ state: 'detached' })
  })

  test('a wrong digit opens nobody and says what to do', async () => {
    const { personCode } = child
    await wedge.scan(`${personCode.slice(0, -1)}${(Number(personCode.at(-1)) + 1) % 10}`)
    await seeRefused('scan.bad-check')
    await desk.window.getByText('gõ mã in dưới vạch', { exact: false }).waitFor()
  })
})

describe('the test screen', () => {
  const trials: readonly (readonly [string, Way, string])[] = [
    ['AWS DDA LA1234 0123456789', clean, 'good'],
    ['AWS DDA LA1234 0123456789', unikeyTelex, 'telex'],
    ['AWS DDA LA1234 0123456789', unikeyVni, 'vni'],
    ['aws dda la1234 0123456789', clean, 'caps-lock'],
    ['Nguy?n Th? ?nh ??ng 0123456789', clean, 'letters-lost'],
  ]
  test('says what is in the way, and keeps nothing', async () => {
    const { window } = desk
    await window.getByTestId('nav-set-up').focus()
    await desk.hand.look()
    await desk.hand.press('Enter')
    await desk.hand.tabTo(window.getByTestId('open-scanner'))
    await desk.hand.press('Enter')
    await window.getByTestId('scanner-now').waitFor()
    for (const [text, way, verdict] of trials) {
      await wedge.scan(text, way)
      await window.locator(`[data-testid="scanner-trial"][data-verdict="${verdict}"]`).waitFor()
    }
    await wedge.scan(papers.card(woman))
    await window.getByText('thẻ căn cước').waitFor()
    const kept = await window.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))
    expect(kept).not.toContain(woman.nationalId)
    expect(desk.launched.output()).not.toContain(woman.nationalId)
    await desk.hand.press('Alt+1')
    await window.getByTestId('screen-reception').waitFor()
    await wedge.scan(child.personCode)
    await seeOpened(child.personId)
  })
})
