/** What an appointment to be weighed and looked at is called on slips and lists. */
export const childVisitLabel = 'Cân đo, khám trẻ'

/** True for an appointment that is for nothing else: one for doses does not take its place, nor the other way round. */
export function isChildVisitOnly({ labels }: { readonly labels: readonly string[] }): boolean {
  return labels.length === 1 && labels[0] === childVisitLabel
}
