import { listSources } from '../../../src/contract/arrival-calls'
import { QuietButton } from '../../components/QuietButton'
import { useCallQuery } from '../../data/use-call-query'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import styles from './PersonSources.module.css'

const words = text.conflicts.sources

/** What of somebody's history was recorded elsewhere, and the questions about them that wait. Nothing where there is none. */
export function PersonSources({ personId }: { readonly personId: string }) {
  const { data } = useCallQuery(listSources, { personId }, { keep: true })
  const { go } = useNavigation()
  if (!data) return null
  const doses = data.sources.filter(({ about }) => about === 'dose')
  const places = [...new Set(doses.flatMap(({ placeName }) => placeName ?? []))]
  const twice = new Set(data.sources.flatMap(({ sameAs }) => sameAs ?? [])).size
  if (doses.length === 0 && data.open.length === 0) return null
  return (
    <div className={styles.strip} data-testid="person-sources">
      {data.open.length > 0 && (
        <div className={styles.open} role="alert">
          <span aria-hidden="true">▲</span>
          <span>{[...new Set(data.open)].map(kind => text.conflicts.kinds[kind]).join(' · ')}</span>
          <QuietButton isSmall onPress={() => go({ name: 'conflicts' })} testId="person-conflicts">
            {words.decide}
          </QuietButton>
        </div>
      )}
      {doses.length > 0 && (
        <p className={styles.soft}>
          {words.fromProvince(doses.length)}
          {places.length > 0 && words.places(places.join(', '))}
          {twice > 0 && ` · ${words.twice(twice)}`}
        </p>
      )}
    </div>
  )
}
