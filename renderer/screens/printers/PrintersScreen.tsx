import { useState } from 'react'
import type { PrinterFields } from '../../../src/contract/print-calls'
import { Panel } from '../../components/Panel'
import { text } from '../../text'
import { PrinterList } from '../set-up/PrinterList'
import { FindPrinters } from './FindPrinters'
import { PaperRoutes } from './PaperRoutes'
import styles from './Printers.module.css'

/** Máy in: what there is, how it is, and which paper goes where; what is found is added with one press. */
export function PrintersScreen() {
  const [draft, setDraft] = useState<PrinterFields | null>(null)
  return (
    <div className={styles.screen}>
      <div className={styles.column}>
        <Panel title={text.printers.title} scrolls padded className={styles.grows}>
          <PrinterList canRemove draft={draft} onDraftClosed={() => setDraft(null)} />
        </Panel>
      </div>
      <div className={styles.column}>
        <Panel title={text.printers.find} scrolls padded className={styles.grows}>
          <FindPrinters onAdd={setDraft} />
        </Panel>
        <Panel
          title={text.printers.routes}
          note={text.printers.routesNote}
          scrolls
          padded
          className={styles.grows}
        >
          <PaperRoutes />
        </Panel>
      </div>
    </div>
  )
}
