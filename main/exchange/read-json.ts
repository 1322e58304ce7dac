import { createScanner, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { refuse } from '../../src/contract/errors'
import type { JsonFault, JsonFaultKind, Place, PlacedJson } from '../../src/domain/exchange/placed-json'

/** The text of a schedule file. Refuses what is not UTF-8, because guessing an encoding changes names. */
export function readText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuse('schedule-file.bad-encoding')
  }
}

/** Reads JSON so that every value can be found again by line and column. Comments and trailing commas are faults. */
export function readJson(text: string): PlacedJson {
  const at = placesOf(text)
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  const [error] = errors
  const faults = error ? [syntaxFault(text, error, at)] : namesTwice(tree, at)
  return {
    value: faults.length > 0 ? undefined : (JSON.parse(text) as unknown),
    faults,
    placeOf: (path, part = 'value') => at(tree ? nodeAt(tree, path, part).offset : 0),
  }
}

/** Lines are counted once; each place is then found by halving. */
function placesOf(text: string): (offset: number) => Place {
  const starts = [0, ...[...text.matchAll(/\n/gu)].map(({ index }) => index + 1)]
  return offset => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}

/** The node of a path, or the last one on the way there that exists. */
function nodeAt(tree: Node, path: readonly PropertyKey[], part: 'value' | 'name'): Node {
  let node = tree
  for (const [index, step] of path.entries()) {
    const found =
      node.type === 'array'
        ? node.children?.[Number(step)]
        : node.children?.find(({ children }) => children?.[0]?.value === step)
    if (!found) return node
    const isNameAsked = part === 'name' && index === path.length - 1
    const [name, value] = found.type === 'property' ? (found.children ?? []) : [found, found]
    node = (isNameAsked ? name : (value ?? name)) ?? found
  }
  return node
}

function namesTwice(tree: Node | undefined, at: (offset: number) => Place): readonly JsonFault[] {
  if (!tree) return []
  const children = tree.children ?? []
  const seen = new Map<string, number>()
  const own = tree.type === 'object' ? children.flatMap(property => nameTwice(property, seen, at)) : []
  return [...own, ...children.flatMap(child => namesTwice(child, at))]
}

function nameTwice(
  { children }: Node,
  seen: Map<string, number>,
  at: (offset: number) => Place,
): readonly JsonFault[] {
  const [name] = children ?? []
  if (!name) return []
  const found = String(name.value)
  const firstLine = seen.get(found)
  if (firstLine === undefined) {
    seen.set(found, at(name.offset).line)
    return []
  }
  return [{ kind: 'name-twice', place: at(name.offset), found, firstLine }]
}

const kindOf: Readonly<Record<string, JsonFaultKind>> = {
  PropertyNameExpected: 'name',
  ValueExpected: 'value',
  ColonExpected: 'colon',
  CommaExpected: 'comma',
  CloseBraceExpected: 'close-brace',
  CloseBracketExpected: 'close-bracket',
  EndOfFileExpected: 'end',
  InvalidCommentToken: 'no-comment',
  UnexpectedEndOfComment: 'no-comment',
  UnexpectedEndOfString: 'quote',
  InvalidUnicode: 'escape',
  InvalidEscapeCharacter: 'escape',
  InvalidCharacter: 'escape',
}

/** What is missing is missing behind the token before, which is often on the line above. */
function syntaxFault(text: string, error: ParseError, at: (offset: number) => Place): JsonFault {
  const found = text.slice(error.offset, error.offset + error.length)
  const before = text.slice(0, error.offset).trimEnd()
  const opened = openBracket(text, error.offset)
  const kind = kindOfFault(error, found, before, opened?.mark ?? null)
  const isBehind = kind === 'comma' || kind === 'colon'
  const offset = isBehind ? before.length : kind === 'extra-comma' ? before.length - 1 : error.offset
  const isClosing = kind === 'close-brace' || kind === 'close-bracket'
  return {
    kind,
    place: at(Math.max(0, offset)),
    found: found.length > 30 ? `${found.slice(0, 29)}…` : found,
    openedOnLine: isClosing && opened ? at(opened.offset).line : null,
  }
}

function kindOfFault(
  error: ParseError,
  found: string,
  before: string,
  open: '{' | '[' | null,
): JsonFaultKind {
  const kind = kindOf[printParseErrorCode(error.error)] ?? 'symbol'
  const isClosing = found === '}' || found === ']'
  if (kind === 'symbol' && /[“”„‘’'«»]/u.test(found)) return 'plain-quote'
  if ((kind === 'name' || kind === 'value') && isClosing && before.endsWith(',')) return 'extra-comma'
  if (kind === 'comma' && isClosing && open) return open === '{' ? 'close-brace' : 'close-bracket'
  return kind
}

/** The innermost bracket that is open at an offset; brackets inside strings are none. */
function openBracket(
  text: string,
  end: number,
): { readonly mark: '{' | '['; readonly offset: number } | null {
  const part = text.slice(0, end)
  const scanner = createScanner(part, true)
  const open: { readonly mark: '{' | '['; readonly offset: number }[] = []
  while (scanner.getPosition() < end) {
    scanner.scan()
    const offset = scanner.getTokenOffset()
    const token = part[offset]
    if (token === '{' || token === '[') open.push({ mark: token, offset })
    if (token === '}' || token === ']') open.pop()
  }
  return open.at(-1) ?? null
}
