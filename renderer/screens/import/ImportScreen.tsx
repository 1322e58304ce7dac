import { Panel } from '../../components/Panel'
import { text } from '../../text'
import { CheckStep } from './CheckStep'
import { ChooseStep } from './ChooseStep'
import { ColumnsStep } from './ColumnsStep'
import styles from './Import.module.css'
import { type ImportStep, useImport } from './use-import'
import { DoneStep, WriteStep } from './WriteStep'

const order: readonly ImportStep[] = ['file', 'columns', 'check', 'write', 'done']

/** File, columns, check, write, done: nothing is written before the button of the third step. */
export function ImportScreen() {
  const work = useImport()
  const at = order.indexOf(work.step)
  return (
    <Panel
      title={text.importFile.title}
      note={work.file?.fileName}
      className={styles.panel}
      padded
      actions={<Steps at={at} />}
    >
      {work.step === 'file' && <ChooseStep work={work} />}
      {work.step === 'columns' && <ColumnsStep work={work} />}
      {work.step === 'check' && <CheckStep work={work} />}
      {work.step === 'write' && <WriteStep work={work} />}
      {work.step === 'done' && <DoneStep work={work} />}
    </Panel>
  )
}

function Steps({ at }: { readonly at: number }) {
  return (
    <ol className={styles.steps} aria-label={text.importFile.stepsLabel}>
      {text.importFile.steps.map((step, index) => (
        <li
          key={step}
          aria-current={index === at ? 'step' : undefined}
          className={index < at ? styles.past : ''}
        >
          <span aria-hidden="true">{index < at ? '✓' : index + 1}</span> {step}
        </li>
      ))}
    </ol>
  )
}
