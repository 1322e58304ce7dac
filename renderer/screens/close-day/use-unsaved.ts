import { useState } from 'react'
import { dropDraft, listDrafts } from '../../components/use-draft'
import { type Unsaved, unsavedOf } from './unsaved'

export type UnsavedWork = { readonly list: readonly Unsaved[]; readonly drop: (key: string) => void }

/** What was begun on other screens of this window. They are not shown while this one is, so nothing changes meanwhile. */
export function useUnsaved(): UnsavedWork {
  const [list, setList] = useState(() => unsavedOf(listDrafts()))
  return {
    list,
    drop(key) {
      dropDraft(key)
      setList(unsavedOf(listDrafts()))
    },
  }
}
