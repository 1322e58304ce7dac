import { numberHead, type SheetSection } from '../../../src/domain/report/report-sheet'
import { locale } from '../../text'
import styles from './Reports.module.css'

/** The heads of a section, in one row or two. */
export function SheetHead({ section }: { readonly section: SheetSection }) {
  const { heads, rowHead, columns } = section
  return (
    <>
      <colgroup>
        <col className={styles.numberColumn} />
        {rowHead && <col />}
        {columns.map(({ id }) => (
          <col key={id} />
        ))}
      </colgroup>
      <thead>
        {heads.map((head, level) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: at most two rows, which never change places
          <tr key={level}>
            {level === 0 && (
              <>
                <th scope="col" rowSpan={heads.length} className={styles.number}>
                  {numberHead[locale]}
                </th>
                {rowHead && (
                  <th scope="col" rowSpan={heads.length}>
                    {rowHead[locale]}
                  </th>
                )}
              </>
            )}
            {head.map(({ label, columns: wide, rows }, at) => (
              <th
                // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one label, and none moves
                key={at}
                scope={wide > 1 ? 'colgroup' : 'col'}
                colSpan={wide}
                rowSpan={rows}
              >
                {label[locale]}
              </th>
            ))}
          </tr>
        ))}
      </thead>
    </>
  )
}
