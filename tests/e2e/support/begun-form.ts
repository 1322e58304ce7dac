import { expect } from 'vitest'
import type { Desk } from './desk'

/** Begins to register somebody and leaves the form without saving it. */
export async function beginSomebody({ window, hand }: Desk, name: string): Promise<void> {
  await window.getByTestId('nav-reception').click()
  await window.getByTestId('search').fill('khong co ai ten nay')
  await window.getByTestId('register-new').waitFor()
  await hand.press('Control+n')
  await window.getByTestId('screen-register').waitFor()
  await window
    .getByRole('textbox', { name: /^Họ tên|^Họ và tên/u })
    .first()
    .fill(name)
}

/** Whoever was begun keeps the day open by name; dropping asks once more, and then the day may be signed. */
export async function dropBegun({ window }: Desk, name: string): Promise<void> {
  expect(await window.getByTestId('closing-blocked').innerText()).toContain('1 việc dở chưa lưu')
  expect(await window.getByTestId('close-session').isEnabled()).toBe(false)
  const begun = window.getByTestId('closing-unsaved')
  await begun.getByText(name).first().waitFor()
  await begun.getByRole('button', { name: `Bỏ việc dở: ${name}` }).click()
  await begun.getByRole('button', { name: 'Bỏ', exact: true }).click()
}
