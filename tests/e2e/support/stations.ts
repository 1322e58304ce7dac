import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { formatPhone } from '../../../src/domain/person/phone'
import type { Desk } from './desk'
import type { Child } from './fixture'
import type { StopWatch } from './stop-watch'

/** Somebody at a desk, doing one thing after the other by keyboard, each timed. */
export type Nurse = { readonly desk: Desk; readonly watch: StopWatch }

/** What is typed or scanned to find a child. */
export type Search = {
  readonly how: 'type' | 'scan'
  readonly text: string
  /** Types on without F2, while the child before is still being saved. */
  readonly isHurried: boolean
}

/** F2, what is known of the child, a look at who is chosen, Enter. */
export async function receive({ desk, watch }: Nurse, child: Child, search: Search): Promise<void> {
  const { window, hand } = desk
  await watch.time('reception', async () => {
    if (search.how === 'scan') await hand.scan(search.text)
    else {
      if (!search.isHurried) await hand.press('F2')
      await hand.type(search.text)
    }
    const line = window.getByRole('option').filter({ hasText: formatPhone(child.phone) })
    await line.filter({ hasText: child.born }).waitFor()
    await window.locator('[data-testid="results"][aria-busy="false"]').waitFor()
    expect(await window.getByTestId('search').inputValue()).toBe(search.text)
    for (let presses = 0; presses < mostPresses; presses++) {
      const below = await stepsTo(line)
      if (below === 0) break
      await hand.press(below > 0 ? 'ArrowDown' : 'ArrowUp')
    }
    await window.getByTestId('quick-name').getByText(child.name, { exact: true }).waitFor()
    await hand.look()
    await hand.press('Enter')
  })
}

/** Waits until the child stands in the queue under this ticket. */
export async function seeQueued({ desk }: Nurse, child: Child, ticket: number): Promise<void> {
  const words = `${child.name} vào hàng chờ, số ${ticket}`
  await desk.window.getByTestId('queued').filter({ hasText: words }).waitFor()
}

/** More presses of an arrow than any list of the morning has lines. */
const mostPresses = 60

/** How far below the chosen line of a list this one is. */
function stepsTo(line: Locator): Promise<number> {
  return line.evaluate(mine => {
    const lines = [...document.querySelectorAll('[role="option"]')]
    return lines.indexOf(mine) - lines.findIndex(each => each.getAttribute('aria-selected') === 'true')
  })
}

/** What is found at the screening. */
export type Finding = {
  readonly temperature: string
  readonly weight: string
  /** The number of an item answered "Có", and what is written beside it. */
  readonly yes?: { readonly item: number; readonly detail: string }
}

/** Waits for this child to be the one on the screen: name, birth date and telephone, as the strip on top shows them. */
async function see({ desk }: Nurse, child: Child): Promise<void> {
  const strip = desk.window.getByTestId('identity')
  await strip
    .filter({ hasText: formatPhone(child.phone) })
    .filter({ hasText: child.born })
    .waitFor()
  expect(await strip.getAttribute('aria-label')).toBe(child.name)
}

/** Temperature ↵ weight ↵, "Tất cả Không", signature. */
export async function screen(nurse: Nurse, child: Child, finding: Finding): Promise<void> {
  const { window, hand } = nurse.desk
  await nurse.watch.time('screening', async () => {
    await see(nurse, child)
    await hand.type(finding.temperature)
    await hand.press('Enter')
    await hand.type(finding.weight)
    await hand.press('Enter')
    if (finding.yes) {
      for (let item = 1; item < finding.yes.item; item++) await hand.press('ArrowDown')
      await hand.press('c')
      await window.getByLabel(`Ghi rõ mục ${finding.yes.item}`).waitFor()
      await hand.type(finding.yes.detail)
    }
    await hand.press('Control+0', 'Control+Enter')
    await window
      .getByRole('status')
      .filter({ hasText: `Đã ký cho ${child.name}:` })
      .waitFor()
  })
}

/** The family says name and birth date, one key each; whoever looks alike is told apart first. */
async function identify({ desk }: Nurse): Promise<void> {
  const { window, hand } = desk
  const apart = window.getByTestId('told-apart')
  await window.getByTestId('said-name').waitFor()
  if (await apart.isVisible()) await hand.press('Alt+p')
  await hand.press('Alt+h', 'Alt+s')
  await window.getByText('Đúng trẻ: đã hỏi').waitFor()
}

/** The doses as proposed; a vial is scanned where a lot is named. */
export async function inject(nurse: Nurse, child: Child, scanned: string | null): Promise<void> {
  const { window, hand } = nurse.desk
  await nurse.watch.time('injection', async () => {
    await see(nurse, child)
    const save = window.getByTestId('save-doses').filter({ hasText: `Lưu ${child.vaccines.length} mũi` })
    await save.waitFor()
    await identify(nurse)
    if (await window.locator('input[data-missing]').isVisible()) await hand.type('0,1')
    if (scanned !== null) {
      await hand.press('F4')
      await hand.scan(scanned)
      await window
        .getByRole('status')
        .filter({ hasText: `Lô ${scanned} cho` })
        .waitFor()
    }
    await window.locator('[data-testid="save-doses"]:enabled').waitFor()
    await hand.press('Control+Enter')
    const saved = `Đã lưu ${child.vaccines.length} mũi cho ${child.name}`
    await window.getByRole('status').filter({ hasText: saved }).waitFor()
  })
}

/** Del, the reason, Ctrl+↵: nothing is given. */
export async function refuse(nurse: Nurse, child: Child, reason: string): Promise<void> {
  const { window, hand } = nurse.desk
  await nurse.watch.time('injection', async () => {
    await see(nurse, child)
    await window.getByTestId('save-doses').waitFor()
    await hand.press('Delete')
    await giveReason(nurse, reason)
    await window
      .getByRole('status')
      .filter({ hasText: `${child.name} đã về, không tiêm` })
      .waitFor()
  })
}

/** Home with the next appointment; before the time with a reason. */
export async function sendHome(
  nurse: Nurse,
  child: Child,
  ticket: number,
  early: string | null,
): Promise<void> {
  const { window, hand } = nurse.desk
  await nurse.watch.time('observation', async () => {
    const card = window.getByTestId('timer-card').filter({ hasText: `${ticket} · ${child.name}` })
    await card.waitFor()
    for (let steps = 0; (await card.getAttribute('aria-pressed')) !== 'true'; steps++) {
      expect(steps, `→ never reaches ${child.name}`).toBeLessThan(20)
      await hand.press('ArrowRight')
    }
    await window.getByRole('heading', { name: `${ticket} · ${child.name}`, exact: true }).waitFor()
    const button = window.getByTestId(early === null ? 'send-home' : 'send-home-early')
    await button.and(window.locator(':enabled')).waitFor()
    await hand.press(early === null ? 'Control+Enter' : 'Delete')
    if (early !== null) await giveReason(nurse, early)
    await window
      .getByRole('status')
      .filter({ hasText: `${child.name} đã về` })
      .waitFor()
  })
}

/** The dialog opens with the cursor in its field. */
async function giveReason({ desk }: Nurse, reason: string): Promise<void> {
  const field = desk.window.getByRole('dialog').getByRole('textbox')
  await field.and(desk.window.locator(':focus')).waitFor()
  await desk.hand.type(reason)
  await desk.hand.press('Control+Enter')
  await field.waitFor({ state: 'detached' })
}
