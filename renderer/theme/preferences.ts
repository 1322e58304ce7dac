/** What one PC remembers about how it looks; kept in the window's own storage, never in the journal. */
export type Locale = 'vi' | 'en'

/** The language of the screens; Vietnamese unless somebody chose English. */
export function readLocale(): Locale {
  return globalThis.localStorage?.getItem('locale') === 'en' ? 'en' : 'vi'
}

/** Changes the language. The texts are chosen at start, so the window loads again. */
export function chooseLocale(locale: Locale): void {
  localStorage.setItem('locale', locale)
  location.reload()
}

/** True when letters are set larger for tired eyes or a distant screen. */
export function readLargeType(): boolean {
  return localStorage.getItem('large-type') === 'true'
}

/** Sets the large-type mode at once. */
export function chooseLargeType(on: boolean): void {
  localStorage.setItem('large-type', String(on))
  document.documentElement.dataset.largeType = String(on)
}

/** Puts what was chosen earlier onto the page before anything is drawn. */
export function applyPreferences(): void {
  document.documentElement.lang = readLocale()
  document.documentElement.dataset.largeType = String(readLargeType())
}
