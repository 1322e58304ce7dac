import type { Page } from 'playwright-core'

/** Picks the first choice that fits what is typed. */
export async function pick(window: Page, label: string, typed: string, within = window.locator('body')) {
  const box = within
    .getByRole('combobox', { name: label })
    .or(within.getByLabel(label, { exact: true }))
    .first()
  await box.click()
  await box.fill(typed)
  await window.getByRole('option').filter({ visible: true }).first().click()
}

/** Fills the first field with this label. */
export async function fill(window: Page, label: string | RegExp, typed: string) {
  await window
    .getByLabel(label, { exact: typeof label === 'string' })
    .first()
    .fill(typed)
}
