import { instantOf } from '../../src/domain/calendar/calendar-day'
import { runStepsLater } from '../../src/domain/certificate/crypto-steps'
import { type Verdict, verifyCard } from '../../src/domain/certificate/verify-card'
import { answerInBrowser, canVerify } from './browser-crypto'
import { button, element, fileButton } from './elements'
import { believeEmbedded, createShelf } from './key-shelf'
import { keysElement, type Notice } from './keys-element'
import { compactNames } from './names'
import { readPicture } from './read-picture'
import { verdictElement } from './show-verdict'
import { errorWords, type Language, words } from './words'

/*
 * One page that verifies certificates without the application and without a network: the same rules, built from the
 * same files (`npm run verifier`).
 */
const shelf = createShelf()
let language: Language = 'vi'
let verdicts: readonly Verdict[] = []
let notice: Notice = null
let isReading = false
/** Put back when keys or language change: the same codes are judged anew. */
let codes: readonly string[] = []

async function judge(texts: readonly string[]): Promise<void> {
  codes = texts
  const now = instantOf(Date.now())
  const made: Verdict[] = []
  for (const text of texts)
    made.push(
      await runStepsLater(
        verifyCard(text, shelf.ring(), compactNames, now, shelf.statements()),
        answerInBrowser,
      ),
    )
  verdicts = made
  show()
  // The next scan goes where this one went.
  document.getElementById('code')?.focus()
}

async function judgePicture(picture: Blob): Promise<void> {
  isReading = true
  verdicts = []
  notice = null
  show()
  const texts = await readPicture(picture)
  isReading = false
  if (texts.length === 0) notice = { code: 'certificate.no-code-in-image' }
  await judge(texts)
}

function show(): void {
  const page = document.getElementById('page')
  if (!page) return
  document.documentElement.lang = language
  document.title = words[language].pageTitle
  page.replaceChildren(headElement(), ...(canVerify() ? bodyElements() : [oldBrowserElement()]))
}

function headElement(): HTMLElement {
  const text = words[language]
  const other = button(
    text.otherLanguage,
    () => {
      language = language === 'vi' ? 'en' : 'vi'
      show()
    },
    { class: 'quiet' },
  )
  return element(
    'header',
    { class: 'top' },
    element('h1', {}, text.pageTitle),
    other,
    element('p', { class: 'soft' }, text.offline),
  )
}

function oldBrowserElement(): HTMLElement {
  return element('p', { class: 'notice', role: 'alert' }, words[language].oldBrowser)
}

function bodyElements(): readonly HTMLElement[] {
  const text = words[language]
  const shown = verdicts.map((verdict, at) =>
    verdictElement(
      verdict,
      language,
      verdicts.length > 1 ? text.severalCodes(at + 1, verdicts.length) : null,
    ),
  )
  return [
    inputElement(),
    ...(notice ? [noticeElement(notice)] : []),
    element(
      'div',
      { 'aria-live': 'polite' },
      isReading && element('p', { class: 'soft' }, text.reading),
      ...shown,
    ),
    keysElement({ shelf, language, onChange: changed }),
  ]
}

function noticeElement({ code }: NonNullable<Notice>): HTMLElement {
  return element(
    'p',
    { class: 'notice', role: 'alert', 'data-error-code': code },
    errorWords[language][code](),
  )
}

function changed(next: Notice): void {
  notice = next
  void judge(codes)
}

function inputElement(): HTMLElement {
  const text = words[language]
  const field = element('textarea', { rows: '3', id: 'code', spellcheck: 'false', autocomplete: 'off' })
  const check = () => {
    notice = null
    if (field.value.trim() !== '') void judge([field.value])
  }
  // A scanner ends a code with Enter.
  field.addEventListener('keydown', event => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    check()
  })
  const image = fileButton(
    text.chooseImage,
    'image/png,image/jpeg,image/bmp',
    file => void judgePicture(file),
    'image',
  )
  return element(
    'section',
    { class: 'input' },
    element('label', { for: 'code' }, text.codeField),
    field,
    element(
      'div',
      { class: 'buttons' },
      button(text.check, check, { class: 'filled', 'data-testid': 'check' }),
      image,
    ),
    element('p', { class: 'soft' }, text.dropHint),
  )
}

function takePictures(): void {
  document.addEventListener('dragover', event => event.preventDefault())
  document.addEventListener('drop', event => {
    event.preventDefault()
    const [file] = event.dataTransfer?.files ?? []
    if (file) void judgePicture(file)
  })
  document.addEventListener('paste', event => {
    const [file] = event.clipboardData?.files ?? []
    if (file) void judgePicture(file)
  })
}

void believeEmbedded(shelf).then(([code]) => {
  if (code) notice = { code }
  takePictures()
  show()
  document.getElementById('code')?.focus()
})
