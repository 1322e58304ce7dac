import {
  createContext,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'

type SearchKeys = (event: KeyboardEvent<HTMLInputElement>) => void

/** The one search box: its text, and who hears the arrow keys typed in it. */
export type Search = {
  readonly text: string
  readonly setText: (text: string) => void
  readonly input: RefObject<HTMLInputElement | null>
  readonly keys: RefObject<SearchKeys | null>
  /** Puts the cursor into the box and selects what stands there: typing begins the next person. */
  readonly focus: () => void
  /** Puts the cursor into the box unless it is there already: whoever types on loses no letter. */
  readonly take: () => void
  /** Empties the box for the next child. */
  readonly clear: () => void
  /** Empties the box if it still says this: the next child may be on the way while the last one is saved. */
  readonly clearIf: (text: string) => void
}

const SearchContext = createContext<Search | null>(null)

export function SearchProvider({ children }: { readonly children: ReactNode }) {
  const [text, setText] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const keys = useRef<SearchKeys | null>(null)
  const search = useMemo<Search>(() => {
    const focus = () => {
      input.current?.focus()
      input.current?.select()
    }
    const take = () => {
      if (document.activeElement !== input.current) focus()
    }
    const clearIf = (old: string) => setText(now => (now === old ? '' : now))
    return { text, setText, input, keys, focus, take, clear: () => setText(''), clearIf }
  }, [text])
  return <SearchContext.Provider value={search}>{children}</SearchContext.Provider>
}

/** The search box of the top bar. */
export function useSearch(): Search {
  const search = useContext(SearchContext)
  if (!search) throw new Error('useSearch outside its provider')
  return search
}

/** Lets a screen hear ↑ ↓ ↵ while the cursor stands in the search box. */
export function useSearchKeys(hear: SearchKeys): void {
  const { keys } = useSearch()
  useEffect(() => {
    keys.current = hear
    return () => {
      if (keys.current === hear) keys.current = null
    }
  })
}
