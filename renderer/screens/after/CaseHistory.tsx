import type { CaseView } from '../../../src/contract/aefi-calls'
import { formatMoment } from '../../components/format'
import { Panel } from '../../components/Panel'
import { text } from '../../text'
import { codes, signName } from '../../text/codes'
import styles from './After.module.css'

/** The reactions that were noted, and every change of the case with who and why. */
export function CaseHistory({ view }: { readonly view: CaseView }) {
  const { verbs, fields } = text.after.form
  return (
    <Panel title={text.after.form.tabs.history} scrolls padded className={styles.panel}>
      <ul className={styles.history}>
        {view.reactions.map(reaction => (
          <li key={reaction.reactionId}>
            ▲ {formatMoment(reaction.onsetAt)} · {codes.reactionKinds[reaction.kind]}:{' '}
            {reaction.signs.map(signName).join(', ')} · {codes.reactionOutcomes[reaction.outcome]}
            {reaction.treatment && ` · ${reaction.treatment}`}
            {reaction.reportedBy && ` · ${reaction.reportedBy}`}
          </li>
        ))}
        {view.history.map(entry => (
          <li key={`${entry.at} ${entry.fields.join()}`}>
            {formatMoment(entry.at)} · {entry.byName ?? '–'} · <b>{verbs[entry.verb] ?? entry.verb}</b>
            {entry.verb !== 'recorded' && `: ${entry.fields.map(field => fields[field] ?? field).join(', ')}`}
            {entry.reason && <i> · {entry.reason}</i>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
