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

/** Adds a printer of the network in the form that is open. */
export async function addPrinter(window: Page, role: 'slip' | 'label', name: string, port: number) {
  await window.getByTestId(`add-printer-${role}`).click()
  await fill(window, 'Tên gọi', name)
  await fill(window, 'Địa chỉ mạng', '127.0.0.1')
  await fill(window, 'Cổng', String(port))
  await window.getByTestId('save-printer').click()
  await window.getByText(name, { exact: true }).waitFor()
}
