import { Modal } from '@mantine/core'
import { Kbd } from '../components/Kbd'
import { useKeys } from '../components/use-keys'
import { text } from '../text'
import styles from './HelpOverlay.module.css'

type Line = { readonly keys: readonly string[]; readonly does: string }

const { helpKeys, helpGroups } = text.frame
const groups: readonly { readonly title: string; readonly lines: readonly Line[] }[] = [
  {
    title: helpGroups.everywhere,
    lines: [
      { keys: ['F2'], does: helpKeys.search },
      { keys: ['Ctrl N'], does: helpKeys.newPerson },
      { keys: ['Ctrl ↵'], does: helpKeys.main },
      { keys: ['Ctrl P'], does: helpKeys.print },
      { keys: ['Esc'], does: helpKeys.back },
      { keys: ['F8'], does: helpKeys.emergency },
      { keys: ['F9'], does: helpKeys.switchUser },
      { keys: ['Alt K'], does: text.difficulty.report },
      { keys: ['F1', '?'], does: helpKeys.help },
    ],
  },
  {
    title: helpGroups.session,
    lines: [
      { keys: ['Alt 1'], does: text.frame.reception },
      { keys: ['Alt 2'], does: text.frame.screening },
      { keys: ['Alt 3'], does: text.frame.injection },
      { keys: ['Alt 4'], does: text.frame.observation },
      { keys: ['Alt 5'], does: text.frame.board },
      { keys: ['F3'], does: text.conflicts.search.button },
      { keys: ['F6'], does: text.queue.helpNext },
      { keys: ['F7'], does: text.queue.helpCall },
    ],
  },
  {
    title: helpGroups.lists,
    lines: [
      { keys: ['↑', '↓'], does: helpKeys.choose },
      { keys: ['↵'], does: helpKeys.open },
      { keys: ['→'], does: helpKeys.openRecord },
      { keys: ['E'], does: helpKeys.edit },
      { keys: ['Alt T'], does: helpKeys.timeline },
    ],
  },
  {
    title: helpGroups.injection,
    lines: [
      { keys: ['1', '…', '9'], does: helpKeys.tickDue },
      { keys: ['Space'], does: helpKeys.why },
      { keys: ['F4'], does: helpKeys.scanVial },
      { keys: ['Alt H', 'Alt S'], does: helpKeys.saidIdentity },
      { keys: ['Alt P'], does: helpKeys.toldApart },
    ],
  },
]

/** All keys on one sheet. */
export function HelpOverlay({ onClose }: { readonly onClose: () => void }) {
  useKeys({ Escape: onClose, F1: onClose }, 'dialog')
  return (
    <Modal opened onClose={onClose} title={text.frame.helpTitle} size="46rem" closeOnEscape={false} centered>
      <div className={styles.groups}>
        {groups.map(group => (
          <section key={group.title}>
            <h3 className={styles.title}>{group.title}</h3>
            <dl className={styles.lines}>
              {group.lines.map(line => (
                <div key={line.does} className={styles.line}>
                  <dt>
                    {line.keys.map(key => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dt>
                  <dd>{line.does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}
